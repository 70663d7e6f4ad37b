import Bitrix24
import EditorTypes
import Testing

@Suite struct EventTypesTests {
    @Test("a handler's `on` takes the code of every documented event, and others")
    func codes() {
        let lines = TypeFiles.distinctLines
        #expect(lines.contains("---@alias b24.event_code string"))
        #expect(lines.contains("---@field on b24.event_code[] # the portal's events"))
        let codes = lines.filter { $0.hasPrefix("---| \"") }.map { $0.dropFirst(6).prefix { $0 != "\"" } }
        #expect(Set(Catalogue.events.map(\.code)).subtracting(codes.map(String.init)).isEmpty)
        #expect(lines.contains(#"---| "ONCRMDEALADD" # onCrmDealAdd, scope crm"#))
    }
}
