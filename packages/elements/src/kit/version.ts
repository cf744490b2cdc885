/** The version of the kit that a bundle was built from; a test holds it to package.json. */
export const VERSION = '0.1.0';
