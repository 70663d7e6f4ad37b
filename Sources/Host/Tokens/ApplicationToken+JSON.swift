import Bitrix24
import JSON

extension ApplicationToken {
    /// Reads tokens as the authorization server answers with them; nil if one of them is missing.
    init?(json: JSONValue) {
        guard let access = json["access_token"]?.string, let refresh = json["refresh_token"]?.string,
            let endpoint = json["client_endpoint"]?.string, !access.isEmpty, !refresh.isEmpty
        else { return nil }
        self.init(access: access, refresh: refresh, endpoint: endpoint, memberID: json["member_id"]?.string ?? "")
    }

    /// The tokens in the authorization server's words: a secret as a whole.
    var json: JSONObject {
        [
            "access_token": .string(access), "refresh_token": .string(refresh), "client_endpoint": .string(endpoint),
            "member_id": .string(memberID),
        ]
    }
}
