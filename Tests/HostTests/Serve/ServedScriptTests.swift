import JSON
import Testing
import Timetable

@testable import Host

@Suite("A script that is served")
struct ServedScriptTests {
    @Test func `updates that wait become one run and wait out their second, other events don't`() throws {
        let script = try SampleScript.handler(["ONCRMDEALUPDATE"])
        #expect(script.coalesces("ONCRMDEALUPDATE"))
        #expect(script.coalescingTime("ONCRMDEALUPDATE") == 1)
        #expect(!script.coalesces("ONCRMDEALADD"))
        #expect(script.coalescingTime("ONCRMDEALADD") == 0)
        let own = try SampleScript.handler(["ONCRMDEALADD"], ["coalesce": "5s"])
        #expect(own.coalesces("ONCRMDEALADD"))
        #expect(own.coalescingTime("ONCRMDEALADD") == 5)
        let none = try SampleScript.handler(["ONCRMDEALUPDATE"], ["coalesce": false])
        #expect(!none.coalesces("ONCRMDEALUPDATE"))
        #expect(none.coalescingTime("ONCRMDEALUPDATE") == 0)
    }

    @Test func `another schedule, zone or choice of days is another plan`() throws {
        let plans = try [
            ["kind": "job", "schedule": "0 9 * * *"], ["kind": "job", "schedule": "0 8 * * *"],
            ["kind": "job", "schedule": ["0 9 * * *", "0 18 * * *"]],
            ["kind": "job", "schedule": "0 9 * * *", "zone": "UTC", "days": "working days"],
        ].map { try SampleScript.served($0).planDigest }
        #expect(Set(plans).count == 4)
        #expect(try SampleScript.served(["kind": "job", "schedule": "0 9 * * *", "title": "x"]).planDigest == plans[0])
    }

    @Test(arguments: [
        ("schedule", "0 25 * * *", "hour"), ("zone", "Europe/Moskow", "Moscow"),
        ("days", "wrking days", "working days"),
        ("portal", "prem", "did you mean 'perm'?"), ("misfire", "onze", "once"), ("overlap", "skp", "skip"),
    ])
    func `what is wrong is told with the script's name and what was meant`(
        key: String, value: String, hint: String
    ) {
        let members: JSONObject = ["kind": "job", key: .string(value)]
        let error = #expect(throws: HostFailure.self) { try SampleScript.served(members) }
        #expect(error?.description.hasPrefix("scripts/a.lua: ") == true)
        #expect(error?.description.contains(hint) == true, "\(String(describing: error))")
    }

    @Test func `a job works with one portal, a handler that names none with each`() throws {
        let job = try SampleScript.served(["kind": "job"])
        #expect(job.portal == "main" && job.works(with: "main") && !job.works(with: "perm"))
        let other = try SampleScript.served(["kind": "report", "portal": "perm"])
        #expect(other.portal == "perm" && other.works(with: "perm") && !other.works(with: "main"))
        let open = try SampleScript.handler(["ONCRMDEALADD"])
        #expect(open.works(with: "main") && open.works(with: "perm"))
        let bound = try SampleScript.handler(["ONCRMDEALADD"], ["portal": "perm"])
        #expect(bound.works(with: "perm") && !bound.works(with: "main"))
    }

    @Test func `only a schedule that means some days needs the portal's calendar`() throws {
        let days = try [
            ["kind": "job", "schedule": "0 9 * * *", "days": "working days"], ["kind": "job", "schedule": "0 9 * * *"],
            ["kind": "job", "schedule": "0 9 * * *", "days": "every day"], ["kind": "job", "days": "working days"],
        ].map { try SampleScript.served($0).countsWorkingDays }
        #expect(days == [true, false, false, false])
    }

    @Test func `a handler has ten minutes and four runs at a time, a job an hour and one`() throws {
        let handler = try SampleScript.handler(["ONCRMDEALADD"])
        #expect(handler.deadline == 600 && handler.concurrency == 4)
        let job = try SampleScript.served(["kind": "job"])
        #expect(job.deadline == 3_600 && job.concurrency == 1)
        let own = try SampleScript.served(["kind": "job", "deadline": "5m", "concurrency": 3])
        #expect(own.deadline == 300 && own.concurrency == 3)
    }
}
