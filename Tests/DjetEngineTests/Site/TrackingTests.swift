import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

/// Parameters that other sites add to links are no reason to refuse a request.
@Suite struct TrackingTests {
    @Test(arguments: [
        "utm_source", "utm_medium", "UTM_Campaign", "utm_id", "fbclid", "gclid", "msclkid", "mc_cid",
        "mc_eid", "_ga",
        "_gl", "wbraid", "gbraid", "igshid", "ttclid", "twclid", "li_fat_id", "_hsenc", "mtm_campaign",
        "pk_kwd",
    ])
    func aTrackingParameterIsLeftOut(name: String) throws {
        let query = try Query(
            "limit=3&\(name)=a&\(name)=%zz", fields: [QueryField("limit", .integer(1...9), "")])
        #expect(query.integer("limit") == 3)
        #expect(query[name] == nil)
    }

    @Test(arguments: ["utm", "gclidx", "source", "ga", "page"])
    func anyOtherIsStillRefused(name: String) {
        #expect(throws: RequestError.self) { try Query("\(name)=1", fields: []) }
    }

    @Test func aFieldOfThatNameIsRead() throws {
        let query = try Query("gclid=7", fields: [QueryField("gclid", .integer(1...9), "")])
        #expect(query.integer("gclid") == 7)
    }

    @Test func everyPageAnswersWithThem() async throws {
        try await withFunctions { site, _ in
            let admin = try await Program("root", roles: [Role.administrator], site)
            let question = "?utm_source=news&utm_medium=email&fbclid=IwAR0&gclid=x&utm_source=twice"
            for path in [
                "/", "/parcel", "/jobs", "/jobs/queues", "/tickets", "/admin/users", "/admin/audit",
                "/orders",
                "/invoices", "/health/ready", "/openapi.json", "/assets/site.css", "/account",
            ] {
                let plain = try await admin.get(path).status
                #expect(try await admin.get(path + question).status == plain, "\(path)")
            }
            let post = try await admin.post("/parcel" + question, FunctionEngineTests.parcel)
            #expect(post.status == 200, "\(post.body)")
        }
    }
}
