import Foundation

/// The files of a new application: those of `Examples/Shop`, under another name.
struct NewApplication: Sendable {
    let name: ApplicationName
    let files: [(path: String, text: String)]

    /// - Parameter isJobsOnly: true to leave out the site: no page, no nodes, no users.
    init(name: ApplicationName, source: DjetSource, isJobsOnly: Bool) {
        self.name = name
        let kept = isJobsOnly ? Self.jobsOnly(Self.example) : Self.example
        files = kept.map { path, text in
            // The source comes last: its path may contain the example's name.
            let text = Self.named(text, name).replacing(Self.dependency, with: source.dependency)
                .replacing(#"package: "djet""#, with: #"package: "\#(source.identity)""#)
            return (Self.named(path, name), text)
        }
    }

    /// Writes the files into a new folder. Throws `CommandFailure` if there is something of that name, and if
    /// it cannot be written; nothing is left behind then.
    func write() throws {
        let folder = name.title
        guard mkdir(folder, 0o777) == 0 else {
            guard errno != EEXIST else {
                throw CommandFailure(
                    .cannotWrite, "\(folder) exists already: choose another name, or run it in another folder"
                )
            }
            throw CommandFailure(
                .cannotWrite, "\(folder) cannot be made: \(String(cString: strerror(errno)))")
        }
        do {
            for (path, text) in files {
                let file = URL(filePath: "\(folder)/\(path)")
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: false, encoding: .utf8)
            }
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw CommandFailure(.cannotWrite, "\(folder) cannot be written: \(error.localizedDescription)")
        }
    }

    /// The example's files, below its folder.
    static let example = EmbeddedShop.files.map {
        (path: String($0.path.dropFirst("Shop/".count)), text: $0.text)
    }

    /// The example's dependency on the package around it.
    private static let dependency = DjetSource.folder("..").dependency

    private static func named(_ text: String, _ name: ApplicationName) -> String {
        // In one pass: the new name may contain the old one, as Workshop does.
        text.replacing(#/Shop|shop/#) { $0.output == "Shop" ? name.title : name.program }
    }
}

/// An application of jobs alone.
extension NewApplication {
    /// The places of the example that speak of its site, with what stands there without one.
    static let places = [
        ("parts: [.notes, .pages]", "parts: [.notes], hasSite: false"),
        ("                .product(name: \"DjetEngine\", package: \"djet\"),\n", ""),
        ("own, a worker, the web server", "own and a worker"),
        ("starts a PostgreSQL, a worker and the web server", "starts a PostgreSQL and a worker"),
    ]

    /// Returns the files without those of the site.
    fileprivate static func jobsOnly(
        _ files: [(path: String, text: String)]
    ) -> [(path: String, text: String)] {
        files.filter { !$0.path.contains("/Pages") }.map { path, text in
            var text = places.reduce(text) { $0.replacing($1.0, with: $1.1) }
            if path == "README.md", let end = text.firstRange(of: "\n## Pages\n") {
                text = String(text[..<end.lowerBound])
            }
            return (path, text)
        }
    }
}
