import DjetTestSupport
import Testing

/// Short runs of `chaos`. One after the other: each needs a machine.
@Suite(.serialized) struct ChaosTests {
    @Test func nothingIsLostOrDoneTwiceWhateverBreaks() async throws {
        let run = try await ChaosRun(["--minutes", "1", "--seed", "7", "--gap", "5"])
        #expect(run.code == 0, "\(run.text)")
        // Each kind of fault occurred.
        let result = run.text.split(separator: "What happened").last ?? ""
        #expect(!result.contains(#/ 0 (kills|freezes|cuts|restarts|promotions|silences)/#), "\(run.text)")
        #expect(result.contains(#/ [1-9]\d* swallowed/#), "\(run.text)")
    }

    @Test func theChecksNoticeThatTheFenceIsGone() async throws {
        var run: ChaosRun?
        // On a busy machine the freezes of one plan may hit nothing.
        for seed in 7...16 where run?.text.contains(#/ [1-9]\d*  duplicated \.atomic effects/#) != true {
            run = try await ChaosRun(
                [
                    "--minutes", "0.4", "--seed", "\(seed)", "--gap", "2", "--only", "freeze", "--patience",
                    "10",
                ], without: "fence")
        }
        let text = try #require(run).text
        #expect(run?.code == 1, "\(text)")
        #expect(text.contains(#/ [1-9]\d*  duplicated \.atomic effects/#), "\(text)")
    }

    @Test func theChecksNoticeThatNoRingArrives() async throws {
        let run = try await ChaosRun(
            ["--minutes", "0.1", "--seed", "7", "--only", "kill", "--gap", "60", "--patience", "5"],
            without: "ring")
        #expect(run.code == 1, "\(run.text)")
        #expect(run.text.contains(#/ [1-9]\d*  waiters that were never told/#), "\(run.text)")
    }

    @Test func theChecksNoticeThatGroupsAreNotCounted() async throws {
        let run = try await ChaosRun(
            ["--minutes", "0.2", "--seed", "7", "--only", "kill", "--gap", "60", "--patience", "5"],
            without: "count")
        #expect(run.code == 1, "\(run.text)")
        for found in [
            #/ [1-9]\d*  groups that have not ended/#, #/ [1-9]\d*  groups whose manifest did not run once/#,
            #/ [1-9]\d*  manifests that were told other counts/#,
            #/ [1-9]\d*  manifests that ran before all jobs of their groups/#,
        ] {
            #expect(run.text.contains(found), "\(run.text)")
        }
    }
}
