// Who may import whom. Each rule is a sentence that the error shows; the arrows between capabilities are data in tools/walls/arrows.cjs.
const path = require('node:path')
const { capabilities, mayAsk } = require('./tools/walls/arrows.cjs')

// tests, and what only tests stand on
const test = '(\\.(test|spec|testing)|/testing)\\.tsx?$'
const pages = '^src/([^/]+/ui/|ui-kit/|app/[^/]+\\.tsx$)'
const capability = `^src/(${capabilities.join('|')})/`
const error = 'error'

const arrows = capabilities.flatMap((name) => {
  const asks = `^src/(kit|ui-kit|${[name, ...mayAsk[name]].join('|')})/`
  return [{
    name: `arrows-${name}`, severity: error,
    comment: `${name} may ask ${['kit', ...mayAsk[name]].join(', ')} and nobody else: see the arrows in ARCHITECTURE.md.`,
    from: { path: `^src/${name}/`, pathNot: test }, to: { path: '^src/', pathNot: asks },
  }, {
    name: `arrows-${name}-tests`, severity: error,
    comment: `A test of ${name} asks what ${name} asks, or the whole product as src/app/testing/ lays it out.`,
    from: { path: `^src/${name}/.*${test}` }, to: { path: '^src/', pathNot: [asks, '^src/app/testing/'] },
  }]
})

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: error, comment: 'Two files that import each other cannot be read one after the other.', from: {}, to: { circular: true } },
    { name: 'rules-stay-pure', severity: error, comment: 'A rule sees its own rules, the front door of others\' rules, and kit/pure.ts.',
      from: { path: '^src/([^/]+)/rules/', pathNot: test },
      to: { pathNot: ['^src/$1/rules/', '^src/[^/]+/rules/index\\.ts$', '^src/kit/pure\\.ts$'] } },
    { name: 'pages-stay-in-the-browser', severity: error, comment: 'A page reaches the server over HTTP; it imports pages, rules and kit/pure.ts.',
      from: { path: pages, pathNot: test },
      to: { path: '^src/', pathNot: [pages, '^src/[^/]+/rules/', '^src/kit/pure\\.ts$'] } },
    { name: 'pages-take-no-node', severity: error, comment: 'A browser has no modules of Node.', from: { path: pages, pathNot: test }, to: { dependencyTypes: ['core'] } },
    { name: 'server-takes-no-page', severity: error, comment: 'Nothing of the server is drawn: only pages import pages.',
      from: { path: '^src/', pathNot: [pages, test] }, to: { path: pages } },
    { name: 'use-the-front-door', severity: error, comment: 'Ask another capability through its index.ts, its rules through rules/index.ts.',
      from: { path: capability, pathNot: ['^src/[^/]+/ui/', test] },
      to: { path: capability, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/[^/]+/rules/index\\.ts$'] } },
    { name: 'use-the-front-door-of-pages', severity: error, comment: 'A page asks another capability for its rules and its shared parts alone.',
      from: { path: '^src/([^/]+)/ui/', pathNot: test },
      to: { path: capability, pathNot: ['^src/$1/', '^src/[^/]+/rules/index\\.ts$', '^src/[^/]+/ui/parts/'] } },
    { name: 'kit-knows-no-capability', severity: error, comment: 'kit is below everything.', from: { path: '^src/kit/' }, to: { path: '^src/(?!kit/)' } },
    { name: 'ui-kit-knows-no-capability', severity: error, comment: 'ui-kit serves every page and knows none.',
      from: { path: '^src/ui-kit/' }, to: { path: '^src/', pathNot: ['^src/ui-kit/', '^src/kit/pure\\.ts$'] } },
    { name: 'known-capabilities', severity: error, comment: 'A folder of src is one of ARCHITECTURE.md; add the arrow of a new one first.',
      from: { path: '^src/[^/]+/', pathNot: [capability, '^src/(kit|ui-kit|app)/'] }, to: {} },
    { name: 'product-without-workshop', severity: error, comment: 'What runs for people imports nothing from tools, tests and benchmarks.',
      from: { path: '^src/', pathNot: [test, '^src/app/', '^src/kit/testing'] }, to: { path: '^(tools|bench|e2e|demo)/' } },
    { name: 'product-without-dev-dependencies', severity: error, comment: 'What runs for people is under dependencies, not devDependencies.',
      from: { path: '^src/', pathNot: [test, '^src/kit/testing'] }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
    { name: 'recount-stands-alone', severity: error, comment: 'Outsiders run recount: it needs Node and nothing else.',
      from: { path: '^packages/recount/', pathNot: test }, to: { pathNot: '^packages/recount/', dependencyTypesNot: ['core'] } },
    { name: 'imports-exist', severity: error, comment: 'The imported file or package is not there.', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:|\\?' } },
    ...arrows,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.base.json') },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
