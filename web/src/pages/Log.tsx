/** The log of a lot in plain words, checked link by link in the visitor's own browser. */
import './log.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { LogPageDocument } from '../gql/log'
import { canCheck, check, type LogLine, type Verdict } from '../lot/chain'
import { story, type Told } from '../lot/story'
import { useQuery } from '../net/load'
import { Gone } from '../parts/Gone'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { toast } from '../parts/Toast'
import type { PageProps } from '../router'
import { type Key, t, titleOf } from '../words/i18n'
import { digits, number } from '../words/numbers'
import { clockTime } from '../words/time'

const SHORT = 10

export default function Log({ params, search }: PageProps) {
  const { data, fault, loading, reload } = useQuery(
    LogPageDocument,
    { lotId: `Lot:${params.n}` },
    { boot: 'LogPage' },
  )
  const lot = data.value?.lot
  const title = lot && t('log.of', { title: titleOf(lot) })
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  if (data.value && !lot) return <Gone params={params} search={search} />
  if (!lot) {
    if (fault.value) return <Problem fault={fault.value} retry={() => void reload()} />
    return <Skeleton rows={8} />
  }
  const lines = (data.value?.lotLog?.lines ?? []) as LogLine[]
  return (
    <div class="log">
      <h1>{title}</h1>
      <p>
        <a href={`/haat/${lot.number}`}>{t('log.back')}</a>
      </p>
      <p class="soft">{t('log.proves')}</p>
      {fault.value && <Problem fault={fault.value} retry={() => void reload()} />}
      <Chain lines={lines} />
      <div class="row">
        <button type="button" class="plain" disabled={loading.value} onClick={() => void reload()}>
          {t('log.reload')}
        </button>
        <a class="button plain" href={`/haat/lots/${lot.number}/log.json`} download>
          {t('log.file')}
        </a>
      </div>
      <Command number={lot.number} />
      <h2>
        {t('log.lines')} ({number(lines.length)})
      </h2>
      <ol class="chain" aria-label={t('log.lines')}>
        {story(lines)
          .reverse()
          .map(told => (
            <Line key={told.line} told={told} />
          ))}
      </ol>
    </div>
  )
}

/** What the check found; it runs anew whenever the log has grown. */
function Chain({ lines }: { lines: LogLine[] }) {
  const verdict = useSignal<Verdict | null>(null)
  const head = lines.at(-1)?.hash
  useEffect(() => {
    let current = true
    verdict.value = null
    if (!canCheck()) return
    void check(lines).then(found => {
      if (current) verdict.value = found
    })
    return () => {
      current = false
    }
  }, [head, lines.length])
  const found = verdict.value
  if (!canCheck()) return <p class="verdict notice">{t('log.cannotCheck')}</p>
  if (!found) {
    return (
      <p class="verdict notice" role="status">
        {t('log.checking')}
      </p>
    )
  }
  if (!found.whole) {
    return (
      <p class="verdict notice bad" role="alert">
        <strong>{t('log.broken', { n: found.line })}</strong>
        <span>{t(`log.fault_${found.fault}` as Key)}</span>
      </p>
    )
  }
  return (
    <p class="verdict notice good" role="status">
      <strong>{t('log.whole')}</strong>
      <span>
        {t('log.checked', { n: found.lines })}{' '}
        {found.openings > 0 && t('log.checkedOpenings', { n: found.openings })}
      </span>
    </p>
  )
}

function Line({ told }: { told: Told }) {
  return (
    <li id={`line-${told.line}`}>
      <p class="head">
        <b>{t('log.line', { n: told.line })}</b>
        <time dateTime={told.at}>{clockTime(told.at, { seconds: true })}</time>
      </p>
      {told.sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="hash">
        <span class="unseen">{t('log.hash')} </span>
        <code lang="en">{told.hash.slice(0, SHORT)}</code>
        {told.line > 1 ? (
          <span>
            {t('log.hangsOn', { n: told.line - 1 })}{' '}
            <code lang="en">{told.previous.slice(0, SHORT)}</code>
          </span>
        ) : (
          <span>{t('log.firstLine')}</span>
        )}
      </p>
    </li>
  )
}

/** The command that judges the bidding too, for whoever has the program. */
function Command({ number: lot }: { number: number }) {
  const text = `hmk verify-lot ${location.origin}/haat/lots/${lot}/log.json`
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      toast(t('log.copied'))
    } catch {
      // Without leave to write, the text can still be marked by hand.
      toast(t('log.copyByHand'))
    }
  }
  return (
    <div class="command">
      <p>{t('log.command', { n: digits(String(lot)) })}</p>
      <code lang="en">{text}</code>
      <button type="button" class="plain" onClick={() => void copy()}>
        {t('log.copy')}
      </button>
    </div>
  )
}
