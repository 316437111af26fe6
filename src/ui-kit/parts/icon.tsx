/** A small set of line drawings, 24 by 24, drawn for this project. They stand beside words and are never read aloud. */

const drawings = {
  inbox: 'M4 13.5 6.6 5.4h10.8L20 13.5v5.1H4zM4 13.5h4.6l1.3 2.6h4.2l1.3-2.6H20',
  calendar: 'M4.5 6h15v13.5h-15zM4.5 10.2h15M8.5 3.8V7M15.5 3.8V7',
  whistle: 'M9 9.8h11.5v3.4h-7A4.7 4.7 0 1 1 9 9.8M9 14.5h.01M5.8 6.8 4.7 5.2M9.6 6V4M13.4 6.8l1.1-1.6',
  chat: 'M4 5.5h16v11h-8.6L7.5 20v-3.5H4z',
  vote: 'M4 13h3M17 13h3v6.5H4V13M8 15.5h8M8.5 4.5h7v8.5h-7zM10.4 8.6l1.3 1.3 2.2-2.4',
  home: 'M4 11.2 12 4.5l8 6.7M6 9.6v9.9h12V9.6M10 19.5v-5.2h4v5.2',
  people:
    'M9 11.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.2 19.2c.3-3.4 2.5-5.2 5.8-5.2s5.5 1.8 5.8 5.2M15.4 5.2a3 3 0 0 1 0 5.7M17 14.3c2.3.5 3.6 2.2 3.8 4.9',
  person: 'M12 11.2a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5.2 20c.3-3.8 2.8-5.8 6.8-5.8s6.5 2 6.8 5.8',
  doc: 'M6 3.8h8l4 4v12.4H6zM13.6 4v4.2H18M9 12.4h6M9 16h6',
  chart: 'M4.5 4v15.5H20M8.6 16v-4.4M12.2 16V9.2M15.8 16v-2.6',
  board: 'M4 5h16v14H4zM4 9.2h16M7.4 12.6h3.8v3.4H7.4zM14 12.6h3M14 16h3',
  search: 'M10.8 17.2a6.4 6.4 0 1 0 0-12.8 6.4 6.4 0 0 0 0 12.8zM15.5 15.5 20 20',
  camera: 'M4 7.6h3.6l1.6-2.4h5.6l1.6 2.4H20V19H4zM12 16.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8z',
  mic: 'M12 14.6a2.9 2.9 0 0 0 2.9-2.9V6.4a2.9 2.9 0 0 0-5.8 0v5.3a2.9 2.9 0 0 0 2.9 2.9zM6 11.2a6 6 0 0 0 12 0M12 17.2v3.3',
  door: 'M6.5 20V4h11v16M4 20h16M14.2 12.4h.01',
  left: 'M14.5 5.5 8 12l6.5 6.5',
  right: 'M9.5 5.5 16 12l-6.5 6.5',
  up: 'M5.5 14.5 12 8l6.5 6.5',
  down: 'M5.5 9.5 12 16l6.5-6.5',
  send: 'M12 19.5v-14M6.5 11 12 5.5 17.5 11',
  check: 'M5 12.6 9.8 17.4 19.2 7',
  cross: 'M6 6l12 12M18 6 6 18',
  lock: 'M5.8 10.8h12.4v9H5.8zM8.4 10.8V8a3.6 3.6 0 0 1 7.2 0v2.8M12 14.6v1.8',
  offline: 'M4 4l16 16M9.4 7.2A6 6 0 0 1 17.6 11a4 4 0 0 1 2.6 5.9M6.8 9.6A4.2 4.2 0 0 0 7 18h7.6',
  plus: 'M12 5v14M5 12h14',
  pin: 'M12 20.5c4.2-4.3 6.3-7.5 6.3-10.2a6.3 6.3 0 0 0-12.6 0c0 2.7 2.1 5.9 6.3 10.2zM12 12.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  print: 'M7 9V4.2h10V9M7 16.5H4V9h16v7.5h-3M7 13.8h10v6H7z',
  download: 'M12 4.5v10.6M7.5 10.8l4.5 4.5 4.5-4.5M5 19.5h14',
  eye: 'M3 12c2.3-4 5.3-6 9-6s6.7 2 9 6c-2.3 4-5.3 6-9 6s-6.7-2-9-6zM12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  flag: 'M6 20.5V4.5h11.5l-2.4 4 2.4 4H6',
  undo: 'M8.5 5 4.5 9l4 4M4.8 9h9.4a5.3 5.3 0 0 1 0 10.6H8',
  phone: 'M7.7 4.2 5 5.6c-.6 4.9 6.3 13.7 11.7 14.4l2.9-2.3-3.7-3.5-2.3 1.3c-1.9-1-3.5-3-4.2-4.9l1.8-1.9z',
  warn: 'M12 4.5v9.5M12 18.6v.01',
  bell: 'M6.5 16.5v-5a5.5 5.5 0 0 1 11 0v5l1.6 2.2H4.9zM10.2 20.4h3.6M12 6V4.2',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  menu: 'M4.5 7h15M4.5 12h15M4.5 17h15',
  group: 'M5 6.5h14M5 12h14M5 17.5h8',
  pause: 'M9 5.5v13M15 5.5v13',
  paste: 'M8.5 5H5.5v15h13V5h-3M8.5 3.5h7V7h-7zM9 11.8h6M9 15.6h6',
  scale: 'M12 4.2v15M8 19.5h8M5.5 6.8h13M5.5 6.8 3 13h5zM18.5 6.8 16 13h5z',
} as const

export type IconName = keyof typeof drawings

/** A drawing by its name; `size` in pixels (20) or 'em' to grow with the text beside it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number | 'em' }) {
  const side = size === 'em' ? '1.25em' : size
  return <svg className="lk-icon" width={side} height={side} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={drawings[name]} /></svg>
}
