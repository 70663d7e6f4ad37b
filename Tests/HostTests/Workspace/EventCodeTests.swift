import Bitrix24
import Testing

@testable import Host

@Suite("The code of an event")
struct EventCodeTests {
    @Test func `letters don't matter, and a smart process's number stands at the end`() {
        #expect(EventCode("onCrmDealAdd").text == "ONCRMDEALADD")
        #expect(EventCode("onCrmDealAdd").facts?.code == "ONCRMDEALADD")
        #expect(EventCode("ONCRMDYNAMICITEMUPDATE_177").facts?.code == "ONCRMDYNAMICITEMUPDATE")
    }

    @Test func `what isn't documented has no facts, and the nearest name if one is near`() {
        for wrong in ["ONCRMDEALUPDAT", "ONCRMDYNAMICITEMUPDATE_X", "ONCRMDEALADD_177", "ONCRMDYNAMICITEMADD_", ""] {
            #expect(EventCode(wrong).facts == nil)
        }
        #expect(EventCode("ONCRMDEALUPDAT").hint == "; did you mean 'ONCRMDEALUPDATE'?")
        #expect(EventCode("SOMETHING").hint.isEmpty)
    }
}
