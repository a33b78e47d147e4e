/** Imports run one way. Each rule names a room and what it may reach; the reasons stand in docs/decisions/house.md. */
const room = (name, path, mayReach) => ({
  name: `${name}-reaches-only-its-own`,
  severity: 'error',
  from: { path },
  to: { path: '^(src|electron|test|scripts)/', pathNot: [path, ...mayReach] },
});

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    // Of mdast there are only types.
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(electron|mdast)$' } },
    {
      name: 'only-the-shell-knows-electron',
      severity: 'error',
      from: { pathNot: '^(electron|test)/' },
      to: { path: '^(node_modules/)?electron($|/)' },
    },
    { name: 'shared-is-pure', severity: 'error', from: { path: '^src/shared/' }, to: { dependencyTypes: ['core'] } },
    { name: 'no-test-in-product', severity: 'error', from: { path: '^(src|electron)/' }, to: { path: '^test/' } },
    room('shared', '^src/shared/', []),
    room('node', '^src/node/', ['^src/shared/']),
    room('player', '^src/player/', ['^src/shared/']),
    // The player's look, its markup as data and the marks on it: what one writes and reviews in is what a learner sees.
    room('renderer', '^src/renderer/', ['^src/shared/', '^src/player/(render/|marking/|player\\.css$)']),
    room('main', '^src/main/', ['^src/(shared|node|player)/']),
    room('hub', '^src/hub/', ['^src/(shared|node|player)/']),
    room('cli', '^src/cli/', ['^src/(shared|node|main|hub)/']),
    room('electron', '^electron/', ['^src/(shared|node|main)/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
