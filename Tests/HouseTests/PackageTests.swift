import DjetTestSupport
import Foundation
import Testing

@testable import DjetCommand

/// The parts of the Debian package that can be tested without one. `make test-deb` tests it as a whole.
@Suite struct PackageTests {
    static let services = ["djet", "djet-serve", "djet-work"]

    @Test func theServicesAreValidAndConfined() async throws {
        try await withFolder { folder in
            for name in Self.services {
                // The program must be there.
                let unit = try Self.unit(name).replacing("/usr/bin/djet ", with: "/bin/true ")
                try unit.write(toFile: "\(folder)/\(name).service", atomically: false, encoding: .utf8)
                let path = "\(folder)/\(name).service"
                try await expectSilence("systemd-analyze verify --man=no '\(path)' 2>&1")
                // Of 100, where 100 is the worst.
                try await expectSilence(
                    "systemd-analyze security --offline=yes --threshold=20 '\(path)' >'\(folder)/out' 2>&1")
            }
        }
    }

    /// The service of the whole is the only one that must not run beside the others.
    @Test func theServicesDifferInWhatTheyRunAlone() throws {
        let units = try Self.services.map { name in
            try Self.unit(name).split(separator: "\n").filter { line in
                !["Description=", "Documentation=", "Conflicts=", "ExecStart="].contains {
                    line.hasPrefix($0)
                }
            }
        }
        #expect(units[0] == units[1] && units[1] == units[2])
        let commands = try Self.services.map {
            try Self.unit($0).firstMatch(of: #/ExecStart=(.*)\n/#)?.output.1
        }
        #expect(commands == ["/usr/bin/djet up", "/usr/bin/djet serve", "/usr/bin/djet work"])
    }

    @Test func eachCommandHasAPageOfTheManualWithAllItsOptions() async throws {
        let help = try await TestProcess("djet", ["--experimental-dump-help"]).text()
        let root = try JSONDecoder().decode(Help.self, from: Data(help.utf8)).command
        try await withFolder { folder in
            try help.write(toFile: "\(folder)/help.json", atomically: false, encoding: .utf8)
            try await expectSilence("scripts/man-pages '\(folder)' 1.0 <'\(folder)/help.json' 2>&1")
            let commands = root.all()
            #expect(commands.count > 50)
            for (path, command) in commands {
                let page = try String(
                    contentsOfFile: "\(folder)/\(path.joined(separator: "-")).1", encoding: .utf8
                ).replacing("\\-", with: "-")
                for part in command.parts {
                    #expect(page.contains(part), "\(path.joined(separator: " ")) lacks \(part)")
                }
            }
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func aShellCompletesCommandsAndOptions(shell: String)
        async throws
    {
        let script = try await TestProcess("djet", ["--generate-completion-script", shell]).text()
        for word in ["migrate", "schedules", "queues", "slots", "config"] { #expect(script.contains(word)) }
    }

    @Test func theVersionIsOneOfDebians() async throws {
        try await expectSilence("dpkg --validate-version \"$(scripts/version)\" 2>&1")
    }

    @Test func theProgramHasTheNewestVersionOfTheChangelog() async throws {
        let changes = try #require(House.file("CHANGELOG.md")).text
        let heading = changes.firstMatch(of: #/(?m)^## \[?(?<version>[0-9.]*[0-9])/#)
        let newest = heading.map { String($0.output.version) } ?? "0.0.0"
        #expect(Application.version == newest)
        try await expectSilence("case $(scripts/version) in \(newest)|\(newest)+git*) ;; *) exit 1 ;; esac")
    }

    @Test func theScriptsOfThePackageAreScripts() async throws {
        for name in ["packaging/debian/postinst", "packaging/debian/prerm", "packaging/debian/postrm"] {
            try await expectSilence("sh -n \(name) 2>&1")
        }
    }

    /// Runs a command in the project's folder, and expects that it succeeds and says nothing.
    private func expectSilence(_ command: String, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        let shell = try TestProcess(
            "sh", ["-c", "cd '\(House.root.path(percentEncoded: false))' && \(command)"], isBuiltHere: false)
        let said = try await shell.text()
        let code = await shell.exitCode()
        #expect(said.isEmpty && code == 0, "\(command): \(code) \(said)", sourceLocation: sourceLocation)
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "djet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path(percentEncoded: false))
    }

    private static func unit(_ name: String) throws -> String {
        try #require(House.file("packaging/systemd/\(name).service")).text
    }
}

/// The help of a program, as its parser dumps it.
private struct Help: Decodable {
    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var shouldDisplay: Bool
        var arguments: [Argument]?
        var subcommands: [Command]?

        /// The command and those below it, with their paths, as far as they are shown.
        func all(below path: [String] = []) -> [(path: [String], command: Command)] {
            let own = path + [commandName]
            let shown = (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
            return [(own, self)] + shown.flatMap { $0.all(below: own) }
        }

        /// The texts that its page must have.
        var parts: [String] {
            let shown = (arguments ?? []).filter(\.shouldDisplay)
            let words = (discussion ?? "").split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return shown.flatMap {
                ($0.names ?? []).map { "\\fB-\($0.kind == "long" ? "-" : "")\($0.name)\\fR" }
            }
                + shown.compactMap(\.abstract) + words.filter { !$0.hasSuffix(":") }
        }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        var abstract: String?
        var names: [Name]?
        var shouldDisplay: Bool
    }

    var command: Command
}
