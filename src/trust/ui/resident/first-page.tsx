/** '/': in the demo its people and the guided path, else what a resident can do and how staff sign in. */
import { isDemo } from '../../../ui-kit/index.ts'
import { DemoFirst } from './demo-first.tsx'
import { LiveFirst } from './live-first.tsx'
import './first.css'

export default function FirstPage() {
  return isDemo() ? <DemoFirst /> : <LiveFirst />
}
