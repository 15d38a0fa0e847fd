/** All that the viewer was told, live; what he wants to be told of, and on which phone. */
import { useEffect } from 'preact/hooks'
import type { FollowNewsSubscription, MyNewsQuery } from '../gql'
import {
  FollowNewsDocument,
  MyNewsDocument,
  ReadAllNewsDocument,
  ReadNewsDocument,
} from '../gql/khobor'
import { useActing } from '../net/acting'
import { mutate } from '../net/client'
import { second } from '../net/clock'
import { addressOf } from '../net/news'
import { usePages } from '../net/pages'
import { me, requireSignIn } from '../net/session'
import { unread } from '../parts/Bell'
import { Empty } from '../parts/Empty'
import { Select } from '../parts/Field'
import { More } from '../parts/More'
import { Opened } from '../parts/Opened'
import { onDemand } from '../parts/onDemand'
import { Problem } from '../parts/Problem'
import { Skeleton } from '../parts/Skeleton'
import { navigate, type PageProps } from '../router'
import { useNews } from '../seba/useNews'
import { learn } from '../words/bn'
import { khobor as words } from '../words/bn/khobor'
import { pick, t } from '../words/i18n'
import { ago } from '../words/time'

learn(words)

const Choices = onDemand(() => import('./khobor/Choices').then(each => each.Choices), 4)
const Push = onDemand(() => import('./khobor/Push').then(each => each.Push), 1)

type News = MyNewsQuery['notifications']['edges'][number]['node']
type Told = FollowNewsSubscription['notificationEvents']

export default function Khobor({ search }: PageProps) {
  const about = search.get('about')
  useEffect(() => {
    // Who touched a message on his phone goes on to the thing itself.
    if (about) navigate(addressOf(about), { replace: true })
    document.title = `${t('shell.news')} — ${t('shell.brand')}`
  }, [])
  return (
    <div class="stack">
      <h1>{t('shell.news')}</h1>
      <p class="soft">{t('khobor.lead')}</p>
      {me.value === undefined && <Skeleton rows={3} />}
      {me.value === null && (
        <Empty text={t('khobor.signIn')}>
          <button type="button" onClick={() => void requireSignIn()}>
            {t('shell.signIn')}
          </button>
        </Empty>
      )}
      {me.value && <Signed search={search} />}
    </div>
  )
}

function Signed({ search }: { search: URLSearchParams }) {
  const unreadOnly = search.get('only') === 'new'
  const page = usePages(MyNewsDocument, { unreadOnly }, data => data.notifications, {
    perViewer: true,
  })
  useNews(FollowNewsDocument, {}, me.value?.id, item => {
    const told = item as Told
    if ('unread' in told) unread.value = told.unread
    // At the snapshot, too: what came between the list and it is in neither.
    void page.reload()
  })
  return (
    <>
      <Select
        label={t('khobor.which')}
        value={unreadOnly ? 'new' : 'all'}
        onValue={value =>
          navigate(value === 'new' ? '/khobor?only=new' : '/khobor', { replace: true })
        }
        options={[
          { value: 'all', label: t('khobor.all') },
          { value: 'new', label: t('khobor.onlyNew') },
        ]}
      />
      {page.fault && <Problem fault={page.fault} retry={() => void page.reload()} />}
      {!page.edges && !page.fault && <Skeleton rows={4} />}
      {page.edges && <List news={page.edges.map(({ node }) => node)} reload={page.reload} />}
      <More more={page.more} />
      <div class="card">
        <Opened title={t('khobor.push')} show={() => <Push />} />
      </div>
      <div class="card">
        <Opened title={t('khobor.choices')} show={() => <Choices />} />
      </div>
    </>
  )
}

function List({ news, reload }: { news: News[]; reload: () => Promise<void> }) {
  const { wrong, busy, act } = useActing()

  async function read(ids: string[] | null) {
    await act(`read ${ids}`, async () => {
      if (ids) return (await mutate(ReadNewsDocument, { ids })).markNotificationsRead
      return (await mutate(ReadAllNewsDocument, {})).markAllNotificationsRead
    })
    await reload()
  }

  if (news.length === 0) return <Empty text={t('khobor.none')} />
  return (
    <section class="stack" aria-label={t('shell.news')}>
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
      {news.some(({ readAt }) => !readAt) && (
        <button type="button" class="plain" disabled={busy.value} onClick={() => void read(null)}>
          {t('khobor.readAll')}
        </button>
      )}
      <ul class="lines stack" aria-live="polite">
        {news.map(one => (
          <li key={one.id} class="card">
            <p>
              {!one.readAt && <strong>{t('khobor.new')} · </strong>}
              {pick({ bn: one.textBn, en: one.textEn })}
            </p>
            <p class="soft">
              {t(`khobor.topic_${one.topic}`)} · {ago(second.value * 1000 - Date.parse(one.toldAt))}
              {one.times > 1 && ` · ${t('khobor.times', { n: one.times })}`}
            </p>
            <div class="row">
              {one.about && (
                <a
                  href={addressOf(one.about)}
                  onClick={() => {
                    if (!one.readAt) void read([one.id])
                  }}
                >
                  {t('khobor.look')}
                </a>
              )}
              {!one.readAt && (
                <button
                  type="button"
                  class="plain"
                  disabled={busy.value}
                  onClick={() => void read([one.id])}
                >
                  {t('khobor.read')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
