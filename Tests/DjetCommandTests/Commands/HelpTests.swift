import Testing

@Suite struct HelpTests {
    static let commands = [
        [], ["up"], ["work"], ["migrate"], ["call"], ["offload"], ["jobs"], ["jobs", "list"],
        ["jobs", "show"],
        ["jobs", "cancel"], ["jobs", "retry"], ["nodes"], ["nodes", "list"], ["nodes", "add"],
        ["nodes", "move"], ["nodes", "remove"], ["users"], ["users", "list"], ["users", "add"],
        ["users", "invite"], ["users", "disable"], ["users", "enable"], ["users", "grant"],
        ["users", "revoke"], ["functions"], ["demo"],
    ]

    @Test(arguments: commands) func everyHelpHasAnExample(command: [String]) async throws {
        let run = try await Run(command + ["--help"])
        #expect(run.status == 0)
        #expect(run.output.contains(#/Examples?:\n  djet /#))
        #expect(run.error.isEmpty)
    }

    @Test func theUsualFolderIsTold() async throws {
        let help = try await Run(["up", "--help"]).output.split(whereSeparator: \.isWhitespace)
        let usual = "(default: ~/.local/share/djet; for root /var/lib/djet)"
        #expect(help.joined(separator: " ").contains(usual))
    }

    @Test func examplesNameTheProgramThatRuns() async throws {
        let run = try await Run.office("call", "--help")
        #expect(run.output.contains("  office call "))
    }

    @Test func examplesAreOfFunctionsThatThePartsHave() async throws {
        let shipped = try await Run(["offload", "--help"])
        #expect(shipped.output.contains("  djet offload accounting.invoice-order "))
        let other = try await Run.office("offload", "--help")
        #expect(!other.output.contains("accounting"))
    }

    @Test func theHelpTellsWhatTheExitStatusMeans() async throws {
        let run = try await Run(["--help"])
        for status in [
            "0    done", "3    the job does not exist", "64   the command line", "130  interrupted",
        ] {
            #expect(run.output.contains(status))
        }
    }

    @Test func functionsAreListed() async throws {
        let run = try await Run.office("functions")
        #expect(run.output.contains(#/sleep +slow +4 +detached +5 +1 min 30 s +seconds\n/#))
        let list = try #require(try await Run.office("functions", "--json").json() as? [[String: Any]])
        #expect(
            list.map { $0["name"] as? String } == [
                "greet", "refuse", "sales.place-order", "sales.rename-product", "sleep", "write-letter",
            ])
        #expect(list[4]["timeoutSeconds"] as? Double == 90)
        let elsewhere = try await Run.office("functions", "--folder", "/nowhere", "--database", "none")
        #expect(elsewhere.output == run.output, "\(elsewhere.error)")
    }
}
