/** The look of antd in the console, from the same tokens: read from the page once more when the theme changes. Never imported by residents' pages. */
import type { ThemeConfig } from 'antd'

/** The value of a colour token as the page has it now: '#221F1A'. */
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

/**
 * Give it to `<ConfigProvider theme={antdTheme()} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>`; call it anew when
 * `useSettings().theme` changes.
 */
export function antdTheme(): ThemeConfig {
  const [ink, ink2, ink3, onInk] = [token('ink'), token('ink-2'), token('ink-3'), token('on-ink')]
  const [cin, strong, onCin, jade, indigo] = [token('cin'), token('cin-strong'), token('on-cin'), token('jade'), token('indigo')]
  const [paper, sheet, sheet2, sunk, line, line2, edge] = [token('paper'), token('sheet'), token('sheet-2'), token('sunk'), token('line'),
    token('line-2'), token('edge')]
  return {
    cssVar: {}, hashed: false,
    token: {
      colorPrimary: ink, colorLink: ink, colorPrimaryHover: ink2, colorPrimaryActive: ink, colorLinkHover: ink2, colorLinkActive: ink,
        colorTextLightSolid: onInk,
      colorError: cin, colorErrorHover: strong, colorErrorActive: strong, colorWarning: cin, colorSuccess: jade, colorInfo: indigo,
      colorBgLayout: paper, colorBgContainer: sheet, colorBgElevated: sheet, colorText: ink, colorTextSecondary: ink2, colorTextTertiary: ink3,
        colorTextQuaternary: ink3,
      colorTextPlaceholder: ink3, colorBorder: edge, colorBorderSecondary: line2, colorSplit: line, colorFillSecondary: sunk,
        colorFillTertiary: sheet2,
      controlOutline: indigo, lineWidthFocus: 2, borderRadiusSM: 4, borderRadius: 8, borderRadiusLG: 12, controlHeight: 36, controlHeightSM: 28,
        controlHeightLG: 44,
      fontFamily: token('sans'), fontSize: 14, lineHeight: 1.6, boxShadow: token('shadow-2'), boxShadowSecondary: token('shadow-2'),
        motionDurationSlow: '0.22s',
    },
    components: {
      Button: { primaryColor: onInk, dangerColor: onCin, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: { headerBg: 'transparent', headerColor: ink3, rowHoverBg: sheet2, cellPaddingBlock: 10 },
      Menu: { itemSelectedBg: sheet }, Tabs: { inkBarColor: ink },
    },
  }
}
