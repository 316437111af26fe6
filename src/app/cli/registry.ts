/** The commands of the command line, in the order in which `linli --help` lists them. One line each. */
import type { Entry } from './command.ts'

export const commands: readonly Entry[] = [
  { name: 'start', zh: '启动全部：数据库、服务、后台', en: 'everything at once: database, server, worker', load: () => import('./start.ts') },
  { name: 'serve', zh: '只启动网页服务', en: 'the web server alone', load: () => import('./serve.ts') },
  { name: 'work', zh: '只启动后台任务', en: 'the worker alone', load: () => import('./work.ts') },
  { name: 'migrate', zh: '把数据库更新到最新结构', en: 'bring the database to the newest shape', load: () => import('./migrate.ts') },
  { name: 'import', zh: '导入诉求、地点或花名册', en: 'import matters, places or a roster', load: () => import('./import.ts') },
  { name: 'export', zh: '导出一个社区的花名册', en: 'take a community’s roster along', load: () => import('./export.ts') },
  { name: 'count', zh: '从文件里数一次表决', en: 'count a vote from a file', load: () => import('./count.ts') },
  { name: 'map', zh: '从文件里画一张意见图', en: 'draw a map of opinions from files', load: () => import('./map.ts') },
  { name: 'people', zh: '查看、抄录、删除一个人的信息', en: 'show, copy or erase what is kept of somebody', load: () => import('./people.ts') },
  { name: 'keys', zh: '更换主密钥', en: 'change the master key', load: () => import('./keys.ts') },
  { name: 'verify', zh: '从台账重算一遍，和存着的比', en: 'recompute from the record and compare', load: () => import('./verify.ts') },
  { name: 'doctor', zh: '检查数据库、设置和磁盘', en: 'check database, settings and disk', load: () => import('./doctor.ts') },
]
