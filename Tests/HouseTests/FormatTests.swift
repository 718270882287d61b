import DjetTestSupport
import Foundation
import Testing

@Suite struct FormatTests {
    @Test func theFormatterHasNothingToSay() async throws {
        let lint = try TestProcess(
            "swift",
            ["format", "lint", "-r", "--strict"]
                + ["Benchmarks", "Examples", "Sources", "Tests", "Package.swift"].map(Self.path),
            isBuiltHere: false)
        #expect(await lint.exitCode() == 0, "run `make lint`; `make format` mends most of it")
    }

    private static func path(_ name: String) -> String {
        House.root.appending(path: name).path()
    }
}
