import ArgumentParser
import DjetStore
import Testing

@testable import DjetCommand

@Suite struct DatabaseOptionsTests {
    @Test func theDefaultsAreTheStoresOwn() throws {
        let options = try DatabaseOptions.parse([])
        let nothing = EnvironmentSettings(variables: [:])
        #expect(try options.limits(nothing) == StoreLimits())
        #expect(try options.patience(nothing) == StoreConfiguration().patience)
    }

    @Test func theEnvironmentSetsWhenTheStoreGivesUp() throws {
        let options = try DatabaseOptions.parse([])
        let set = EnvironmentSettings(variables: [
            "DJET_OPENING_LIMIT": "11", "DJET_STATEMENT_LIMIT": "12", "DJET_COMMIT_LIMIT": "13",
            "DJET_POOL_LIMIT": "14", "DJET_SILENCE": "1.5",
        ])
        let limits = StoreLimits(
            opening: .seconds(11), answer: .seconds(12), commit: .seconds(13), silence: .seconds(1.5))
        #expect(try options.limits(set) == limits)
        #expect(try options.patience(set) == .seconds(14))
    }

    @Test(arguments: ["OPENING_LIMIT", "STATEMENT_LIMIT", "COMMIT_LIMIT", "POOL_LIMIT", "SILENCE"])
    func aWrongNumberNamesItsOrigin(name: String) throws {
        let options = try DatabaseOptions.parse([])
        let set = EnvironmentSettings(variables: ["DJET_\(name)": "0"])
        let error = #expect(throws: CommandFailure.self) {
            _ = try options.limits(set)
            _ = try options.patience(set)
        }
        #expect(error?.description.hasPrefix("DJET_\(name) must be a number from 1") == true)
    }
}
