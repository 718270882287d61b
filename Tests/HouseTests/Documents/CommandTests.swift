import ArgumentParser
import DjetTools
import Testing

@testable import DjetCommand

/// The commands that the documents show can be typed.
@Suite struct CommandTests {
    /// The programs that the documents speak of. `shop` is README's, whose functions are those of the tests'
    /// program `office`.
    private static let programs = [
        "djet": Application(name: "djet", parts: [.business, .tools]),
        "library": Application(name: "library", parts: [.library, .branches]),
        "shop": Application(name: "shop", parts: [.business]),
    ]
    /// Other programs that may be shown. Nobody looks at their flags.
    private static let others: Set<String> = ["curl", "export", "pg_dump", "pg_restore", "psql"]

    @Test(arguments: House.documents.filter { !$0.commands.isEmpty }.map(\.path))
    func itsCommandsCanBeTyped(path: String) throws {
        let document = try #require(House.file(path))
        for words in document.commands {
            let name = words[0]
            if let program = Self.programs[name] {
                Application.$current.withValue(program) {
                    check(words, isWhole: name != "shop", in: path)
                }
            } else if name == "make" {
                check(target: words.dropFirst().first { !$0.contains("=") }, in: document)
            } else if name == "swift" {
                try check(run: words, in: path)
            } else {
                #expect(Self.others.contains(name), "\(path): nobody knows the program \(name)")
            }
        }
    }

    @Test func allProgramsAreShown() {
        let names = Set(House.documents.flatMap(\.commands).map { $0[0] })
        #expect(names.isSuperset(of: ["djet", "library", "shop", "make", "curl", "psql"]))
    }

    @Test func aWrongFlagAndAWrongFunctionAreFound() {
        Application.$current.withValue(Application(name: "library", parts: [.library])) {
            for wrong in [
                "library jobs list --colour", "library job list", "library call library.lend-books",
                "library call library.lend-book --args '{\"bok\": \"moby\"}'",
            ] {
                let words = ShellText(wrong).commands[0]
                #expect(throws: (any Error).self, "\(wrong)") { try Self.parse(words, isWhole: true) }
            }
        }
    }

    @Test func wordsAreReadAsAShellReadsThem() {
        let text = ##"""
            psql -c "select f('a', e => '{\"b\": 1}')" # not this
            a 'b c' | d --e=f \
              g    # nor this
            """##
        let expected = [
            ["psql", "-c", #"select f('a', e => '{"b": 1}')"#], ["a", "b c"], ["d", "--e=f", "g"],
        ]
        #expect(ShellText(text).commands == expected)
    }

    @Test func indentedLinesOfCommandsAreFound() {
        let text = "Text:\n\n    A=b make test    # not this\n        make deeper\n    nobody make\n"
        #expect(House.File(path: "", text: text).commands == [["make", "test"]])
    }

    private func check(_ words: [String], isWhole: Bool, in path: String) {
        do {
            try Self.parse(words, isWhole: isWhole)
        } catch {
            guard !RootCommand.exitCode(for: error).isSuccess else { return }
            Issue.record("\(path): \(words.joined(separator: " ")): \(RootCommand.message(for: error))")
        }
    }

    /// Parses a command line for the current program. If it calls or offloads a function without files, its
    /// arguments must fit, unless `isWhole` is false.
    private static func parse(_ words: [String], isWhole: Bool) throws {
        if let failure = RootCommand.unknownCommand(in: words.dropFirst()) { throw failure }
        let command = try RootCommand.parseAsRoot(Array(words.dropFirst()))
        let options = (command as? CallCommand)?.options ?? (command as? OffloadCommand)?.options
        guard isWhole, let options, options.files.isEmpty else { return }
        _ = try options.request(of: Application.current)
    }

    /// Looks for a target in the makefile beside a document, or else in that of the project.
    private func check(target: String?, in document: House.File) {
        guard let target else { return }
        let makefile = House.file("\(document.folder)/Makefile") ?? House.file("Makefile")
        let lines = makefile?.lines ?? []
        let isThere = lines.contains { $0.text.hasPrefix("\(target):") }
        #expect(isThere, "\(document.path): there is no make \(target)")
    }

    /// Looks for the program of `swift run NAME …` in the manifest. The command is parsed if `programs` has
    /// the program.
    private func check(run words: [String], in path: String) throws {
        let manifest = try #require(House.file("Package.swift")).text.filter { !$0.isWhitespace }
        let name = words.dropFirst(2).first ?? ""
        let isThere = manifest.contains(".executableTarget(name:\"\(name)\",")
        #expect(words.dropFirst().first == "run" && isThere, "\(path): there is no program \(name)")
        guard let program = Self.programs[name] else { return }
        Application.$current.withValue(program) {
            check(Array(words.dropFirst(2)), isWhole: false, in: path)
        }
    }
}
