"""The deals of a portal by b24pysdk, with its reader for long lists."""
import urllib.parse

import deals
from b24pysdk import BitrixWebhook
from b24pysdk.api.callers.call_method import _MethodCaller
from b24pysdk.api.requesters.bitrix_api_requester import BitrixAPIRequester


def read(webhook, count):
    address = urllib.parse.urlsplit(webhook)
    # The client knows https alone; the demo portal speaks http, like every contender here.
    _MethodCaller._base_url = property(lambda caller: f"http://{caller._domain}/rest")
    request = BitrixAPIRequester._request

    def counted(requester):
        response = request(requester)
        count.add(response.status_code)
        return response

    BitrixAPIRequester._request = counted
    token = BitrixWebhook(domain=address.netloc, webhook_token=address.path.removeprefix("/rest/").strip("/"))
    return token.call_list_fast("crm.deal.list", {"select": deals.FIELDS})["result"]


deals.main(read)
