import DjetTestSupport
import Testing

/// The time that a failover takes, told by `chaos`, which also proves that nothing was lost or done twice.
@Suite struct StandbyTests {
    @Test func aStandbyTakesOverAndAllWorkOnWithinTenSeconds() async throws {
        // One of them: a second one would be in the way of those that have not returned from the first yet.
        let run = try await ChaosRun(["--minutes", "0.3", "--seed", "7", "--gap", "20", "--only", "promote"])
        #expect(run.code == 0, "\(run.text)")
        #expect(try #require(run.timeToReturn, "\(run.text)") < TimeLimit.seconds(10))
    }

    @Test(arguments: ["freeze", "swallow"])
    func aStandbyTakesOverBesideAServerThatStandsStillAndAllWorkOnWithin15Seconds(way: String) async throws {
        let run = try await ChaosRun([
            "--minutes", "0.65", "--seed", "9", "--gap", "16", "--only", "silence", "--silences", way,
        ])
        #expect(run.code == 0, "\(run.text)")
        #expect(run.text.contains(#/ 1 silences/#), "\(run.text)")
        #expect(run.text.contains(#/ [1-9]\d* swallowed/#) == (way == "swallow"), "\(run.text)")
        #expect(try #require(run.timeToReturn, "\(run.text)") < TimeLimit.seconds(15))
    }
}
