"""The deals of a portal by fast-bitrix24, as its manual tells to read a whole list."""
import deals
from aiohttp import ClientResponseError
from fast_bitrix24 import Bitrix


def read(webhook, count):
    bitrix = Bitrix(webhook, verbose=False)
    attempt = bitrix.srh.request_attempt

    async def counted(method, params=None):
        try:
            answer = await attempt(method, params)
        except Exception as error:
            cause = error.__cause__
            count.add(cause.status if isinstance(cause, ClientResponseError) else 0)
            raise
        count.add(200)
        return answer

    bitrix.srh.request_attempt = counted
    return bitrix.get_all("crm.deal.list", {"select": deals.FIELDS})


deals.main(read)
