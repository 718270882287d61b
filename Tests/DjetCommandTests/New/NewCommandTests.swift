import DjetTestSupport
import Foundation
import Testing

/// `djet new` writes `Examples/Shop`, which is built and tested here, under another name.
@Suite struct NewCommandTests {
    @Test func theShopIsWrittenAsItIs() async throws {
        let written = try await Self.files(of: "Shop")
        let example = try Self.files(in: Self.root.appending(path: "Examples/Shop"))
        #expect(written.keys.sorted() == example.keys.sorted())
        for (path, text) in example { #expect(written[path] == text, "\(path)") }
    }

    /// This name contains that of the example.
    @Test func anotherNameStandsInAllPlaces() async throws {
        let files = try await Self.files(of: "Workshop")
        #expect(files["Package.swift"]?.contains(#"name: "workshop","#) == true)
        #expect(files["README.md"]?.hasPrefix("# Workshop\n") == true)
        #expect(files["Sources/workshop/Program.swift"]?.contains(#"name: "workshop""#) == true)
        #expect(files["Tests/workshopTests/NotesTests.swift"]?.contains("import workshop\n") == true)
        for (path, text) in files {
            let rest = (path + text).replacing("Workshop", with: "").replacing("workshop", with: "")
            #expect(!rest.lowercased().contains("shop"), "\(path)")
        }
    }

    @Test func anApplicationOfJobsAloneHasNoSite() async throws {
        let all = try await Self.files(of: "Post")
        let files = try await Self.files(of: "Post", "--jobs-only")
        #expect(all.keys.contains("Sources/post/Pages/NotesEngine.swift"))
        #expect(files.keys.contains("Sources/post/Notes/AddNote.swift"))
        let program = files["Sources/post/Program.swift"]
        #expect(program?.contains(#"Application(name: "post", parts: [.notes], hasSite: false)"#) == true)
        for (path, text) in files {
            let ofTheSite = ["DjetEngine", "NotesEngine", "NotesPage", "pages", "Pages"]
            for word in ofTheSite + ["web server", "administrator"] {
                #expect(!(path + text).contains(word), "\(path) says \(word)")
            }
        }
    }

    /// Nothing is compiled here. But each file can be parsed, and each library of Djet that one imports is a
    /// product of the manifest.
    @Test(arguments: [["--jobs-only"], []])
    func theSourcesAreSwiftWhoseImportsTheManifestHas(flags: [String]) async throws {
        try await Self.withNew("Post", flags) { folder in
            let files = try Self.files(in: folder).filter { $0.key.hasSuffix(".swift") }
            let paths = files.keys.sorted().map { folder.appending(path: $0).path() }
            let parser = try TestProcess("swiftc", ["-parse"] + paths, isBuiltHere: false)
            #expect(await parser.exitCode() == 0, "the errors are above")
            let manifest = files["Package.swift"] ?? ""
            let lines = files.values.flatMap { $0.split(separator: "\n") }
            let imports = lines.filter { $0.hasPrefix("import Djet") }
            let modules = Set(imports.map { String($0.dropFirst("import ".count)) })
            #expect(modules.isSuperset(of: ["DjetCommand", "DjetModel", "DjetTesting"]))
            #expect(modules.contains("DjetEngine") == flags.isEmpty)
            for module in modules.sorted() {
                #expect(manifest.contains(".product(name: \"\(module)\", package: "), "\(module)")
            }
        }
    }

    static let sources: [([String], String, String)] = [
        ([], #".package(name: "djet", path: "../..")"#, #"package: "djet""#),
        (["--jobs-only"], #".package(name: "djet", path: "../..")"#, #"package: "djet""#),
        (
            ["--djet", "https://example.org/the/Djet-fork.git"],
            #".package(url: "https://example.org/the/Djet-fork.git", branch: "main")"#,
            #"package: "djet-fork""#
        ),
    ]

    @Test(arguments: sources)
    func theManifestNamesDjet(flags: [String], dependency: String, product: String) async throws {
        try await Self.withNew("Shop", flags) { folder in
            let text = try String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)
            #expect(text.contains(dependency) && text.contains(product))
            let dump = try TestProcess(
                "swift", ["package", "--package-path", folder.path(), "dump-package"], isBuiltHere: false)
            let manifest = try JSONSerialization.jsonObject(with: Data(try await dump.text().utf8))
            #expect((manifest as? [String: Any])?["name"] as? String == "shop")
        }
    }

    /// The folder that the program was built from is this one.
    @Test func theUsualDjetIsTheOneThatWroteIt() async throws {
        let scratch = try Scratch()
        let run = try await Run(["new", "Shop"], in: scratch.path)
        #expect(run.status == 0, "\(run.error)")
        let path = Self.root.path(percentEncoded: false).dropLast()
        #expect(try scratch.text(of: "Shop/Package.swift").contains(#"path: "\#(path)")"#))
    }

    @Test(
        arguments: [
            "", "9lives", "my-shop", "../shop", "a/b", "Büro", "shop\nlist", "a\u{1B}[31m", "$(reboot)",
            String(repeating: "a", count: 31), "class", "Self", "djet", "Djet",
        ])
    func aNameThatCannotBeOneIsRefused(name: String) async throws {
        let scratch = try Scratch()
        let run = try await Run(["new", name], in: scratch.path)
        #expect(run.status == 64)
        #expect(run.error.contains("” cannot be the application's name: "))
        #expect(!run.error.contains("\u{1B}") && run.output.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    @Test func whatIsThereIsLeftAlone() async throws {
        let scratch = try Scratch()
        _ = try scratch.write("mine", to: "Shop")
        let run = try await Run(["new", "Shop"], in: scratch.path)
        #expect(run.status == 73)
        #expect(run.error.contains("Shop exists already: choose another name, or run it in another folder"))
        #expect(try scratch.text(of: "Shop") == "mine")
    }

    static let faulty: [(String, Int32, String)] = [
        ("/nowhere", 66, "there is no package in /nowhere"), (#"a"b"#, 64, "--djet must be a path"),
        ("", 64, "--djet must be a path"), ("https://", 64, "the name of a repository"),
    ]

    @Test(arguments: faulty)
    func aSourceThatCannotBeOneIsRefused(source: String, status: Int32, words: String) async throws {
        let scratch = try Scratch()
        let run = try await Run(["new", "Shop", "--djet", source], in: scratch.path)
        #expect(run.status == status)
        #expect(run.error.contains(words))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }
}

extension NewCommandTests {
    static let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    /// Calls `body` with the folder of a new application, which lies two below that of its package Djet.
    private static func withNew<Result>(
        _ name: String, _ flags: [String], _ body: (URL) async throws -> Result
    ) async throws -> Result {
        let scratch = try Scratch()
        _ = try scratch.write("", to: "Package.swift")
        let folder = URL(filePath: scratch.path).appending(path: "apps")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let source = flags.contains("--djet") ? [] : ["--djet", ".."]
        let run = try await Run(["new", name] + flags + source, in: folder.path())
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output.hasPrefix("\(name) is written, "))
        return try await body(folder.appending(path: name))
    }

    private static func files(of name: String, _ flags: String...) async throws -> [String: String] {
        try await withNew(name, flags) { try files(in: $0) }
    }

    /// Returns the texts of a folder's files, by path, without what SwiftPM makes there.
    private static func files(in folder: URL) throws -> [String: String] {
        let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        var files: [String: String] = [:]
        for path in paths where !path.hasPrefix(".build") && path != "Package.resolved" {
            files[path] = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
        }
        return files
    }
}
