import Testing

@testable import DjetCommand

@Suite struct HelpTests {
    static let commands = [
        [], ["new"], ["up"], ["work"], ["migrate"], ["call"], ["offload"], ["signal"], ["jobs"],
        ["jobs", "list"],
        ["jobs", "show"], ["jobs", "wait"], ["jobs", "cancel"], ["jobs", "retry"], ["jobs", "delete"],
        ["jobs", "group"],
        ["doctor"], ["nodes"],
        ["nodes", "list"], ["nodes", "add"], ["nodes", "move"], ["nodes", "remove"], ["users"],
        ["users", "list"], ["users", "add"],
        ["users", "invite"], ["users", "disable"], ["users", "enable"], ["users", "grant"],
        ["users", "revoke"], ["functions"], ["demo"], ["import-shop"], ["import-statement"], ["chores"],
        ["schedules"], ["schedules", "list"],
        ["schedules", "show"], ["schedules", "next"], ["schedules", "add"], ["schedules", "change"],
        ["schedules", "pause"], ["schedules", "resume"], ["schedules", "run"], ["schedules", "reset"],
        ["schedules", "remove"], ["keys"], ["keys", "list"], ["keys", "rotate"], ["queues"],
        ["queues", "list"], ["queues", "pause"], ["queues", "resume"], ["queues", "limit"], ["serve"],
        ["users", "change"],
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

    @Test func theVersionIsTold() async throws {
        let run = try await Run(["--version"])
        #expect(run.output == "djet \(Application.version)\n" && run.status == 0, "\(run.error)")
        let other = try await Run.office("--version")
        #expect(other.output == "office, with Djet \(Application.version)\n")
    }

    @Test func theHelpTellsWhatTheExitStatusMeans() async throws {
        let run = try await Run(["--help"])
        for status in [
            "0    done", "3    the job does not exist", "64   the command line", "130  interrupted",
        ] {
            #expect(run.output.contains(status))
        }
    }

    @Test(arguments: ["djet", "djet-bench"]) func columnsOfTheHelpDoNotBreak(program: String) async throws {
        let help = try await Run(["--help"], by: program).output
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 80 })
        for start in ["refused", "do not fit", "or a pooler", "DJET_"] {
            #expect(!lines.contains { $0.hasPrefix(start) }, "\(start)")
        }
    }

    @Test func aProgramsOwnExamplesComeFirst() async throws {
        let bench = try await Run(["--help"], by: "djet-bench").output
        #expect(bench.contains("Examples:\n  djet-bench all --small\n"))
        #expect(!bench.contains("djet-bench up\n"))
    }

    @Test func functionsAreListed() async throws {
        let run = try await Run.office("functions")
        #expect(run.output.contains("ARGUMENTS (? MAY BE LEFT OUT)\n"))
        #expect(run.output.contains(#/sleep +slow +detached +seconds\n/#))
        let list = try #require(try await Run.office("functions", "--json").json() as? [[String: Any]])
        #expect(
            list.map { $0["name"] as? String } == [
                "greet", "refuse", "sales.place-order", "sales.rename-product", "shop.refund", "sleep",
                "write-letter",
            ])
        #expect(list[5]["timeoutSeconds"] as? Double == 90)
        let elsewhere = try await Run.office("functions", "--folder", "/nowhere", "--database", "none")
        #expect(elsewhere.output == run.output, "\(elsewhere.error)")
    }

    @Test func aFunctionIsShownWithItsTypes() async throws {
        let run = try await Run.office("functions", "sleep")
        #expect(
            run.output == """
                sleep

                  queue     slow, priority 4
                  commit    detached
                  attempts  5
                  timeout   1 min 30 s
                  right     manage, to put it at an address of the site

                arguments (? may be left out)
                  seconds   number

                result (? may be missing)
                  number

                """)
        let order = try await Run.office("functions", "sales.place-order").output
        #expect(order.contains(#/\n  lines +list: object\n/#))
        #expect(order.contains(#/\n  lines\[\]\.product +text/#), "\(order)")
        #expect(order.contains(#/\n  kind\? +one of order, return/#), "\(order)")
        let json = try await Run.office("functions", "sleep", "--json").json()
        let object = try #require(json as? [String: Any])
        #expect((object["result"] as? [String: Any])?["type"] as? String == "number")
        #expect(object["exposedBy"] as? String == "manage")
        let wrong = try await Run.office("functions", "slep")
        #expect(wrong.status == 64 && wrong.error.contains("did you mean sleep?"), "\(wrong.error)")
    }
}
