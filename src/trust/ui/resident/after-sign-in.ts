/** The front end that somebody with these posts works in: captains and grid workers carry a phone, others sit at a desk. */
export const homeOf = (posts: readonly { readonly kind: string }[]): '/field' | '/console' =>
  posts.length > 0 && posts.every(({ kind }) => kind === 'captain' || kind === 'grid_worker') ? '/field' : '/console'
