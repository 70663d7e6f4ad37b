import Exports
import JSON
import Testing

@testable import Host

@Suite struct ExportPlanTests {
    private func plan(_ method: String = "crm.deal.list", _ change: (inout ExportRequest) -> Void) throws -> ExportPlan
    {
        var request = ExportRequest(method: method)
        change(&request)
        return try ExportPlan(request)
    }

    private func failure(_ method: String = "crm.deal.list", _ change: (inout ExportRequest) -> Void = { _ in })
        -> String
    {
        do {
            _ = try plan(method, change)
            return "nothing is wrong"
        } catch {
            return (error as? HostFailure)?.exit == .usage ? "\(error)" : "another error: \(error)"
        }
    }

    @Test("fields, conditions and parameters go where the method takes them")
    func parameters() throws {
        let plan = try plan("user.get") {
            $0.select = ["ID,NAME", " LAST_NAME", "ID"]
            $0.filter = ["ACTIVE=Y", ">=ID=5"]
            $0.parameters = ["ADMIN_MODE=1", "sort=NAME", "code=007", "big=99999999999999999999", "below=-5"]
        }
        #expect(
            plan.parameters == [
                "ADMIN_MODE": 1, "sort": "NAME", "code": "007", "big": "99999999999999999999", "below": -5,
                "FILTER": ["ACTIVE": "Y", ">=ID": "5"], "select": ["ID", "NAME", "LAST_NAME"],
            ])
        #expect(plan.columns == ["ID", "NAME", "LAST_NAME"])
    }

    @Test("a repeated key becomes an array, and so does a list of values for @")
    func arrays() throws {
        let plan = try plan {
            $0.filter = ["STAGE_ID=NEW", "STAGE_ID=WON", "STAGE_ID=LOSE", "@ID=1,2", "@ID=3", "!@ID=9", "%TITLE=a,b"]
            $0.parameters = ["x=1", "x=2"]
        }
        #expect(
            plan.parameters == [
                "x": [1, 2],
                "filter": [
                    "STAGE_ID": ["NEW", "WON", "LOSE"], "@ID": ["1", "2", "3"], "!@ID": ["9"], "%TITLE": "a,b",
                ],
            ])
        #expect(plan.columns == nil)
    }

    @Test("a star is asked for, and its columns are those of the first item", arguments: ["*", "ID,UF_*"])
    func star(select: String) throws {
        let plan = try plan { $0.select = [select] }
        #expect(plan.columns == nil)
        #expect(plan.parameters["select"]?.array?.isEmpty == false)
    }

    @Test("the format is the named one, else what the file's ending tells, else CSV")
    func format() throws {
        #expect(try plan { $0.out = "a.jsonl" }.format == .jsonl)
        #expect(try plan { ($0.out, $0.format) = ("a.jsonl", "csv") }.format == .csv)
        #expect(try plan { $0.out = "a" }.format == .csv)
        #expect(failure { $0.format = "cvs" } == "--format is 'cvs'; did you mean 'csv'?")
    }

    @Test("a wrong method is told with the right one")
    func methods() {
        #expect(failure("crm.deal.lst") == "there is no method 'crm.deal.lst'; did you mean 'crm.deal.list'?")
        #expect(failure("crm.deal.get") == "crm.deal.get lists nothing; did you mean 'crm.deal.list'?")
        #expect(failure("app.info") == "app.info lists nothing, so it can't be exported")
        #expect(
            failure("zzzzzzzzzzzzzz")
                == "there is no method 'zzzzzzzzzzzzzz'; name one that lists, such as crm.deal.list")
        #expect(!failure("https://x.y/rest/1/s3cret/").contains("s3cret"))
    }

    @Test("what a method doesn't take is told before anything is sent")
    func untaken() {
        #expect(failure("department.get") { $0.filter = ["ID=1"] }.contains("takes no filter"))
        #expect(failure("crm.status.list") { ($0.select, $0.format) = (["ID"], "jsonl") }.contains("--format csv"))
        #expect(failure("crm.status.list") { $0.select = ["ID"] } == "nothing is wrong")
    }
}
