import DjetTestSupport
import Testing

/// The checks of `chaos` without the fence. Beside hundreds of other tests its freezes may hit nothing.
@Suite struct MissingFenceTests {
    @Test func theChecksNoticeThatTheFenceIsGone() async throws {
        var run: ChaosRun?
        // The freezes of one plan may hit nothing.
        for seed in 7...10 where run?.text.contains(#/ [1-9]\d*  duplicated \.atomic effects/#) != true {
            run = try await ChaosRun(
                [
                    "--minutes", "0.4", "--seed", "\(seed)", "--gap", "4", "--only", "freeze", "--patience",
                    "10",
                ], without: "fence")
        }
        let text = try #require(run).text
        #expect(run?.code == 1, "\(text)")
        #expect(text.contains(#/ [1-9]\d*  duplicated \.atomic effects/#), "\(text)")
    }
}
