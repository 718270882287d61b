import ArgumentParser
import DjetEngine
import Testing

@testable import DjetCommand

@Suite struct LimitOptionsTests {
    private func read(_ arguments: [String], _ variables: [String: String] = [:]) throws -> WebSettings {
        try WebOptions.parse(arguments).settings(environment: EnvironmentSettings(variables: variables))
    }

    @Test func theDefaultsAreTheServersOwn() throws {
        let settings = try read([])
        #expect(settings.server.connections.clients == ConnectionLimits().clients)
        #expect(settings.server.connections.clientsPerAddress == nil)
        #expect(settings.server.connections.head == ConnectionLimits().head)
        #expect(settings.limits.answer == SiteLimits().answer)
        #expect(settings.limits.waitsPerUser == SiteLimits().waitsPerUser)
    }

    @Test func theDefaultsAreThoseOfTheGuide() {
        let connections = ConnectionLimits()
        #expect(connections.head == .seconds(10) && connections.clients == 10_000)
        let site = SiteLimits()
        #expect(site.answer == .seconds(30) && site.transfer == .seconds(7_200))
        #expect(site.waitsPerUser == 100 && site.jobsPerUser == 10_000 && site.storagePerUser == 10 << 30)
    }

    @Test func flagsGoOverTheEnvironment() throws {
        let variables = [
            "DJET_CLIENTS_PER_ADDRESS": "7", "DJET_JOBS_PER_USER": "8", "DJET_ANSWER_LIMIT": "9",
        ]
        let settings = try read(["--jobs-per-user", "5", "--storage-per-user", "6"], variables)
        #expect(settings.server.connections.clientsPerAddress == 7)
        #expect(settings.limits.jobsPerUser == 5)
        #expect(settings.limits.storagePerUser == 6_000_000)
        #expect(settings.limits.answer == .seconds(9))
    }

    @Test(arguments: [
        "clients", "clients-per-address", "waits-per-user", "jobs-per-user", "storage-per-user",
        "answer-limit", "transfer-limit", "head-limit", "body-rate",
    ])
    func aWrongNumberNamesItsOrigin(flag: String) throws {
        let typed = #expect(throws: CommandFailure.self) { try read(["--\(flag)", "many"]) }
        #expect(typed?.description.hasPrefix("--\(flag) must be a number from ") == true)
        let variable = EnvironmentSettings.variable(of: flag)
        let set = #expect(throws: CommandFailure.self) { try read([], [variable: "-1"]) }
        #expect(set?.description.hasPrefix("\(variable) must be a number from ") == true)
    }
}
