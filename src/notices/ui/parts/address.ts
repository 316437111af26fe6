/** The address of the first page of notices, as the phone keeps it. */
export const NOTICES = '/api/v1/notices?limit=40'
