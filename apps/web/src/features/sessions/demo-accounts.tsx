import { useTexts } from '../../lib/texts.tsx'

/** Known to everybody: production refuses to start with these accounts. */
const demoPassword = 'kolo-demo'

/** The accounts of the demo network; one press fills the form. */
export function DemoAccounts(props: {
  readonly accounts: readonly { readonly name: string; readonly email: string }[]
  readonly onChoose: (account: { email: string; password: string }) => void
}) {
  const { t } = useTexts('sessions')
  return (
    <section aria-labelledby="demo-accounts" className="flex flex-col gap-2 border-t border-line pt-4">
      <h2 id="demo-accounts" className="font-semibold">
        {t('sessions:demoAccounts')}
      </h2>
      <p className="text-sm text-muted">{t('sessions:demoPassword', { password: demoPassword })}</p>
      <ul className="flex flex-col">
        {props.accounts.map(({ name, email }) => (
          <li key={email}>
            <button
              type="button"
              onClick={() => props.onChoose({ email, password: demoPassword })}
              className="focus-ring flex min-h-9 w-full cursor-pointer flex-wrap items-baseline justify-between gap-x-3 rounded px-2 py-1 text-start hover:bg-hover pointer-coarse:min-h-11"
            >
              <span>{name}</span>
              <span className="text-sm text-muted">{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
