/** A sign for each kind of service, drawn in 24 by 24. */
export const SIGNS: Record<string, string> = {
  electrician: 'M13 2L5 14h6l-1 8 8-12h-6z',
  housemaid: 'M12 3v9M8 12h8l2 9H6zM10 16v5M14 16v5',
  beautician: 'M12 9a3 3 0 100-6 3 3 0 000 6zM12 9v7M8 21c0-3 2-5 4-5s4 2 4 5M4 6l2 1M20 6l-2 1',
  barber: 'M6 4l9 12M18 4L9 16M7 21a3 3 0 100-6 3 3 0 000 6zM17 21a3 3 0 100-6 3 3 0 000 6z',
  carpenter: 'M3 8h9l2-4h4v8h-4l-2-4M6 8v12h3V8',
  painter: 'M4 4h13v5H4zM17 6h3v6h-9v3M9 15h4v6H9z',
  mason: 'M3 6h18v5H3zM3 11h18v5H3zM3 16h18v4H3zM9 6v5M15 11v5M9 16v4',
  butcher: 'M4 4h9c4 0 6 3 6 8H4zM19 12v9M4 8h2',
  cleaner: 'M14 3l-4 10M6 13h9l-1 8H4zM8 17v4M11 17v4',
  cobbler: 'M4 5v10h16v-2c0-2-3-2-6-3l-4-5zM4 15v4h16v-4',
  'day-labourer': 'M5 21l6-9M9 8l6 6 5-5c-1-4-4-6-7-5zM4 12l5-4',
  'blood-donor': 'M12 3c4 5 6 8 6 11a6 6 0 01-12 0c0-3 2-6 6-11zM12 11v6M9 14h6',
  driver: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 10a2 2 0 100 4 2 2 0 000-4zM3 11h7M14 11h7M12 14v7',
  'rickshaw-auto':
    'M5 20a3 3 0 100-6 3 3 0 000 6zM18 20a3 3 0 100-6 3 3 0 000 6zM8 17h7M6 14l2-8h7l3 8',
  'vehicle-rental':
    'M3 16v-4l2-6h14l2 6v4zM3 12h18M7 20a2 2 0 100-4 2 2 0 000 4zM17 20a2 2 0 100-4 2 2 0 000 4z',
  'property-rental': 'M3 11l9-7 9 7M5 10v10h14V10M10 20v-6h4v6',
  doctor: 'M6 3v6a4 4 0 008 0V3M10 13v3a4 4 0 008 0v-3M18 13a2 2 0 100-4 2 2 0 000 4z',
  ambulance:
    'M2 17V6h12v11zM14 9h4l4 4v4h-8M8 8v6M5 11h6M6 20a2 2 0 100-4 2 2 0 000 4zM18 20a2 2 0 100-4 2 2 0 000 4z',
  lawyer: 'M12 4v16M7 20h10M5 7h14M5 7l-3 6h6zM19 7l-3 6h6z',
}

// These are called, asked for or let, not booked by the hour: they have pages of their own.
const OWN_PAGES: Record<string, string> = {
  ambulance: '/ambulance',
  'blood-donor': '/rokto',
  'rickshaw-auto': '/ride',
  'property-rental': '/bhara',
  'vehicle-rental': '/bhara?kind=VEHICLE',
}

/** Return where a kind of service is found. */
export function addressOf(slug: string): string {
  return OWN_PAGES[slug] ?? `/seba?kind=${slug}`
}
