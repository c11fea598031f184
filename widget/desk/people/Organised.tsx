import { useEffect, useId, useState } from 'preact/hooks'
import type { Organisation, OrganisationTried } from '../../../server/contract.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { own, organised as said } from './words.ts'

/** Who of an organisation comes in by its own sign-in, as what, and whether somebody would. */
export function Organised({ site }: { site: string }) {
  const [told, setTold] = useState<Organisation | null>(null)
  const [tried, setTried] = useState<OrganisationTried | null>(null)
  useEffect(() => {
    setTold(null)
    setTried(null)
    ask<Organisation>('GET', `sites/${site}/organisation`).then(setTold, showsDoor)
  }, [site])
  if (!told) return null
  return (
    <section class="policy-part" aria-labelledby="organised-heading">
      <h3 id="organised-heading">{said.heading}</h3>
      <p class="faint">{said.intro}</p>
      {told.rules.length === 0 ? (
        <p>
          {said.none} <code dir="ltr">{`PARLEY_DESK_OPENID="NAME groups=editors moderator ${site}"`}</code>
        </p>
      ) : (
        <>
          <ul class="people-list">
            {told.rules.map((rule, at) => (
              <li key={at}>
                <span class="people-who">
                  <span>{said.rule[rule.claim][rule.role](rule)}</span>
                  <span class="faint">
                    <bdi>{told.issuers.find(({ name }) => name === rule.provider)?.issuer}</bdi>
                    {rule.isForAll && ` · ${said.all}`}
                  </span>
                </span>
                {tried && (
                  <span class={tried.met[at] ? 'people-met' : 'faint'}>{tried.met[at] ? said.fits : said.misfits}</span>
                )}
              </li>
            ))}
          </ul>
          <TryOut site={site} told={told} settle={setTried} tried={tried} />
        </>
      )}
    </section>
  )
}

interface TryOutProps {
  site: string
  told: Organisation
  tried: OrganisationTried | null
  settle(tried: OrganisationTried | null): void
}

function TryOut({ site, told, tried, settle }: TryOutProps) {
  const id = useId()
  const [trouble, setTrouble] = useState('')
  const look = async (form: HTMLFormElement) => {
    const read = (name: string) => String(new FormData(form).get(name) ?? '').trim()
    const groups = read('groups').split(',').filter(Boolean)
    setTrouble('')
    try {
      const body = { issuer: read('issuer'), ...(read('email') && { email: read('email') }), groups }
      settle(await ask<OrganisationTried>('POST', `sites/${site}/organisation/trial`, { body }))
    } catch (error) {
      if (!showsDoor(error)) setTrouble(troubleOf(error).text)
    }
  }
  return (
    <form
      class="people-try"
      onInput={() => settle(null)}
      onSubmit={event => {
        event.preventDefault()
        void look(event.currentTarget)
      }}
    >
      <div class="field">
        <label for={`${id}issuer`}>{said.issuer}</label>
        <select id={`${id}issuer`} class="input" name="issuer">
          {told.issuers.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}email`}>{said.email}</label>
        <input id={`${id}email`} class="input" name="email" dir="ltr" autocomplete="off" inputMode="email" />
      </div>
      <div class="field">
        <label for={`${id}groups`}>{said.groups}</label>
        <input id={`${id}groups`} class="input" name="groups" dir="auto" autocomplete="off" />
      </div>
      <button type="submit" class="button">
        {said.tryOut}
      </button>
      <p role="status">{trouble || (tried && (tried.role ? said.comes(own.roles[tried.role]) : said.stays))}</p>
    </form>
  )
}
