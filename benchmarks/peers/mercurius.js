// The same lots by mercurius: one SQL statement, nested objects. PORT, HMK_DATABASE_URL; JIT=1 compiles.
import Fastify from 'fastify'
import mercurius from 'mercurius'
import pg from 'pg'

const SQL = process.env.LOTS_SQL
const pool = new pg.Pool({ connectionString: process.env.HMK_DATABASE_URL, max: 20 })

const schema = `
  type Place { id: ID! nameBn: String! nameEn: String! }
  type Haat { id: ID! nameBn: String! }
  type Weight { grams: Int! }
  type Animal { id: ID! village: String! sellerName: String! latestWeight: Weight origin: Place!
    photo: Photo }
  type Photo { alt: String! color: String! url(width: Int!): String }
  type Lot { id: ID! number: Int! state: String! titleBn: String! titleEn: String! startPrice: Float!
    price: Float bidCount: Int! startsAt: String endsAt: String haat: Haat! animal: Animal! }
  type Edge { node: Lot! }
  type Connection { edges: [Edge!]! }
  type Query { lots(first: Int!): Connection! }
`

const node = (row) => ({
  id: `Lot:${row.id}`,
  number: Number(row.id),
  state: row.state,
  titleBn: row.title_bn,
  titleEn: row.title_en,
  startPrice: Number(row.start_paisa),
  price: row.price_paisa === null ? null : Number(row.price_paisa),
  bidCount: row.bid_count,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  haat: { id: `Haat:${row.haat_id}`, nameBn: row.haat_bn },
  animal: {
    id: `Animal:${row.animal_id}`,
    village: row.village,
    sellerName: row.seller_name,
    latestWeight: { grams: row.grams },
    origin: { id: `Place:${row.origin_id}`, nameBn: row.origin_bn, nameEn: row.origin_en },
    photo: { alt: row.alt, color: row.color, url: `/media/${row.media_id}/${row.photo_name}` },
  },
})

const resolvers = {
  Query: {
    async lots(_, { first }) {
      const { rows } = await pool.query({ name: 'lots', text: SQL, values: [first] })
      return { edges: rows.map((row) => ({ node: node(row) })) }
    },
  },
}

const app = Fastify()
app.register(mercurius, { schema, resolvers, jit: Number(process.env.JIT ?? 0) })
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
