import { createServer } from 'node:net'
import { WrongSetting } from '../kit/config.ts'

/**
 * Throws WrongSetting with a sentence if nobody can listen on that address now; quicker and clearer than a child that dies of it.
 * Port 0, any free one, is always free.
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE'
      ? new WrongSetting(`端口 ${port} 已被占用，请换一个：PORT=5171 npm start。Port ${port} is taken; choose another: PORT=5171 npm start`)
      : new WrongSetting(`不能监听 ${host}:${port}（${error.code}）。Can't listen on ${host}:${port} (${error.code}).`)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
