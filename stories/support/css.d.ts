/** Vite takes a stylesheet that is imported into the page. */
declare module '*.css';
