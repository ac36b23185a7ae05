/** The same for the process that makes the store and those that read it. */
export const benchPassphrase = 'kata sandi uji';
