"""A bargain between two phones: each side's turn shows on the other's page without a reload."""

from hmk_graph.accounts.models import Account
from hmk_graph.haat.sale_models import Deal, DealState, Listing, SaleKind
from hmk_graph.money import taka
from tests.auctions import bidder
from tests.browser.marks import IN_ONE_BROWSER
from tests.factories import listing

pytestmark = IN_ONE_BROWSER

TALKS = "section[aria-label='দরদাম']"
YOUR_TURN = f"{TALKS} .notice:has-text('এখন আপনার উত্তর')"


async def for_sale() -> tuple[Listing, Account]:
    sale = await listing(kind=SaleKind.BARGAIN)
    return sale, await Account.get(id=sale.seller_id)


async def say(page, name, amount, *, go):
    await page.role("textbox", name).fill(amount)
    await page.role("button", go).click()


async def test_two_people_agree_on_a_price_and_a_third_sees_that_it_is_taken(haat):
    sale, seller = await for_sale()
    buyer = await bidder()
    pages = [await haat.visitor(person) for person in (buyer, seller, await bidder())]
    buying, selling, late = pages
    for n, page in enumerate(pages):
        await page.goto(f"{haat.house.lines[n % 2].url}/haat/sale/{sale.id}")
    await selling.css("text=এখনো কেউ দাম বলেননি।").appears()

    await say(buying, "আপনার দাম (টাকা)", "৯০,০০০", go="দাম বলুন")
    await buying.role("button", "হ্যাঁ, বলুন").click()
    await selling.css(YOUR_TURN).appears()
    await say(selling, "আপনার দাম (টাকা)", "১,১০,০০০", go="পাল্টা দাম বলুন")
    await buying.css(YOUR_TURN).appears()
    await buying.css(f"{TALKS} li:has-text('৳১,১০,০০০')").appears()
    await buying.role("button", "মেনে নিন").click()
    await buying.role("button", "হ্যাঁ, মানি").click()

    await buying.css("[role=status]:has-text('কথা পাকা!')").appears()
    await selling.css(f"{TALKS} li:has-text('মানা হয়েছে')").appears()
    deal = await Deal.get(listing_id=sale.id)
    assert (deal.buyer_id, deal.amount_paisa) == (buyer.id, taka(110_000))
    assert deal.state == DealState.AWAITING_PAYMENT
    await say(late, "আপনার দাম (টাকা)", "১,২০,০০০", go="দাম বলুন")
    await late.role("button", "হ্যাঁ, বলুন").click()
    await late.css("[role=status]:has-text('একজন ক্রেতা নিয়েছেন')").appears()


async def test_two_buyers_of_one_name_have_a_talk_each(haat):
    sale, seller = await for_sale()
    buying = [await haat.visitor(await bidder()) for _ in range(2)]
    selling = await haat.visitor(seller)
    await selling.goto(f"{haat.house.lines[0].url}/haat/sale/{sale.id}")
    for page, amount in zip(buying, ("৮০,০০০", "৮১,০০০"), strict=True):
        await page.goto(f"{haat.house.lines[1].url}/haat/sale/{sale.id}")
        await say(page, "আপনার দাম (টাকা)", amount, go="দাম বলুন")
        await page.role("button", "হ্যাঁ, বলুন").click()

    await selling.css(f"{TALKS}:has-text('৳৮০,০০০')").appears()
    await selling.css(f"{TALKS}:has-text('৳৮১,০০০')").appears()
    assert await selling.run(f'() => document.querySelectorAll("{TALKS}").length') == 2
