import DjetTestSupport
import Testing

/// The program's help names each variable of the environment that the program reads, and no other.
@Suite struct EnvironmentTests {
    @Test func theHelpNamesEachVariable() async throws {
        let help = try await TestProcess("djet", ["--help"]).text()
        let named = Set(help.matches(of: #/DJET_[A-Z_]*[A-Z]/#).map { String($0.output) })
        let read = Self.read(by: House.swiftFiles(in: "Sources"))
        for name in read.subtracting(named).sorted() {
            Issue.record("the program reads \(name): name it in the help of RootCommand")
        }
        for name in named.subtracting(read).sorted() {
            Issue.record("the program does not read \(name): take it out of the help of RootCommand")
        }
    }

    @Test func allWaysToReadAVariableAreFound() {
        let read = Self.read(by: House.swiftFiles(in: "Sources"))
        #expect(read.isSuperset(of: ["DJET_DATABASE", "DJET_LEASE", "DJET_LOG_LEVEL", "DJET_POOL_LIMIT"]))
        let literal = House.File(path: "", text: #"environment["DJET_NEW"] + number("old")"#)
        let flag = House.File(path: "", text: #"EnvironmentSettings().number("new-limit", of: "DJET_x")"#)
        #expect(Self.read(by: [literal, flag]) == ["DJET_NEW", "DJET_NEW_LIMIT"])
    }

    /// Returns the variables that these files read.
    private static func read(by files: [House.File]) -> Set<String> {
        let readers = files.filter { $0.text.contains("EnvironmentSettings") }
        let byFlag = readers.flatMap { flags(in: $0) }.map { variable(of: $0) }
        return Set(files.flatMap { literals(in: $0) } + byFlag)
    }

    /// Returns the variables that stand in a file as they are.
    private static func literals(in file: House.File) -> [String] {
        file.text.matches(of: #/"(?<name>DJET_[A-Z_]*[A-Z])"/#).map { String($0.output.name) }
    }

    /// Returns the flags whose variables a file reads by the flags' names: each is the first argument of a
    /// call.
    private static func flags(in file: House.File) -> [String] {
        file.text.matches(of: #/\w\((?:of: )?"(?<flag>[a-z]+(?:-[a-z]+)*)"[,)]/#).map {
            String($0.output.flag)
        }
    }

    /// The variable of a flag, as `EnvironmentSettings.variable(of:)` names it.
    private static func variable(of flag: String) -> String {
        "DJET_" + flag.uppercased().replacing("-", with: "_")
    }
}
