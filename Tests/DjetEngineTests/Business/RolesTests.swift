import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// The rights of a site that is new, and of one that is older than the roles.
@Suite struct RolesTests {
    @Test func aNewSiteIsForTheRolesOfTheBusinessAlone() async throws {
        try await withFunctions { site, _ in
            let roles = try await site.site.model.roles().map(\.name)
            for role in ["sales", "warehouse", "accounting", "read-only"] { #expect(roles.contains(role)) }
            let nobody = try await Program("nobody", roles: [], site)
            let operates = try await Program("op", roles: [Role.operator], site)
            let root = try await Program("root", roles: [Role.administrator], site)
            for seed in Business.nodes {
                for program in [nobody, operates] {
                    let answer = try await program.get(seed.path)
                    #expect(answer.status == 403, "\(seed.path) \(answer.status)")
                }
                #expect(try await root.get(seed.path).status != 403, "\(seed.path)")
            }
            let home = try await nobody.get("/")
            #expect(home.status == 200 && !home.body.contains("/stock"), "\(home.body)")
            let works: [(role: String, path: String, body: String)] = [
                (
                    "warehouse", "/stock/receive",
                    #"{"lines": [{"product": "A", "quantity": 1, "description": "A"}]}"#
                ),
                (
                    "sales", "/orders",
                    #"{"customer": "K", "lines": [{"product": "A", "quantity": 1, "unitPrice": 1}]}"#
                ),
                ("accounting", "/payments/new", #"{"amount": 1, "customer": "K"}"#),
            ]
            for (role, path, body) in works {
                for other in ["sales", "warehouse", "accounting", "read-only"] {
                    let program = try await Program("\(role)-by-\(other)", roles: [other], site)
                    let answer = try await program.post(path, body)
                    let isDone = other == role || path == "/orders" && other == "accounting"
                    #expect(answer.status == (isDone ? 200 : 403), "\(path) \(other) \(answer.body)")
                }
                #expect(try await operates.post(path, body).status == 403, "\(path)")
            }
        }
    }

    /// A tree that was planted before the nodes had rules.
    @Test func aSiteOfBeforeKeepsWhatItHadUntilItIsNarrowed() async throws {
        try await withDatabase(business: true) { database in
            try await database.cheapenPasswords()
            let model = database.model()
            let seeds = Business.nodes.map { seed in
                var seed = seed
                seed.access = [:]
                return seed
            }
            func serve(_ seeds: [NodeSeed], _ body: (TestSite) async throws -> Void) async throws {
                try await withSite(
                    model, engines: Business.engines, templates: Business.templates, seeds: seeds, body)
            }
            try await serve(seeds) { _ in }
            try await serve(Business.nodes) { site in
                let ada = try await Program("ada", roles: [], site)
                #expect(try await ada.get("/ledger").status == 200)
                _ = try await site.site.model.call(SetUpRoles())
                let bob = try await Program("bob", roles: [], site)
                #expect(try await bob.get("/ledger").status == 403)
                #expect(try await bob.get("/ledger/tax-rates").status == 403)
            }
        }
    }
}
