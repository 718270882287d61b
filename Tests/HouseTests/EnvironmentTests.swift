import DjetTestSupport
import Testing

/// The program's help names each variable of the environment that the program reads, and no other.
@Suite struct EnvironmentTests {
    @Test func theHelpNamesEachVariable() async throws {
        let help = try await TestProcess("djet", ["--help"]).text()
        let named = Set(help.matches(of: #/DJET_[A-Z_]*[A-Z]/#).map { String($0.output) })
        let read = Self.literals.union(Self.flags.map(Self.variable))
        for name in read.subtracting(named).sorted() {
            Issue.record("the program reads \(name): name it in the help of RootCommand")
        }
        for name in named.subtracting(read).sorted() {
            Issue.record("the program does not read \(name): take it out of the help of RootCommand")
        }
    }

    @Test func allWaysToReadAVariableAreFound() {
        #expect(Self.literals.isSuperset(of: ["DJET_DATABASE", "DJET_LEASE", "DJET_LOG_LEVEL"]))
        #expect(Self.flags.isSuperset(of: ["clients", "clients-per-address", "pool-limit", "slots"]))
    }

    /// The variables that stand in the sources as they are.
    private static var literals: Set<String> {
        Set(
            House.swiftFiles(in: "Sources").flatMap { file in
                file.text.matches(of: #/"(?<name>DJET_[A-Z_]*[A-Z])"/#).map { String($0.output.name) }
            })
    }

    /// The flags whose variables are read by the flags' names: each is the first argument of a call in a file
    /// that knows `EnvironmentSettings`.
    private static var flags: Set<String> {
        let files = House.swiftFiles(in: "Sources").filter { $0.text.contains("EnvironmentSettings") }
        return Set(
            files.flatMap { file in
                file.text.matches(of: #/\w\((?:of: )?"(?<flag>[a-z]+(?:-[a-z]+)*)"[,)]/#).map {
                    String($0.output.flag)
                }
            })
    }

    /// The variable of a flag, as `EnvironmentSettings.variable(of:)` names it.
    private static func variable(of flag: String) -> String {
        "DJET_" + flag.uppercased().replacing("-", with: "_")
    }
}
