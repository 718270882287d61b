import Foundation

/// A Python environment with the peers, in a folder of its own, made at the first need.
struct PeerEnvironment: Sendable {
    static var defaultFolder: String {
        FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache/djet-bench/peers")
            .path(percentEncoded: false)
    }

    let folder: URL
    /// The Python that makes it.
    let maker: String

    /// - Parameter folder: Djet's own; its `venv` is cleared.
    init(folder: String, maker: String) {
        self.folder = URL(filePath: folder).absoluteURL
        self.maker = maker
    }

    var python: String { path("venv/bin/python") }

    /// Installs the peers unless the same ones are installed already.
    func prepare(_ scripts: PeerScripts, _ report: Report) async throws {
        let list = scripts.path(of: "requirements.txt")
        // This note is written last, so that a failed installation does not pass for a whole one.
        let note = folder.appending(path: "installed.txt")
        let wanted = try String(contentsOfFile: list, encoding: .utf8) + "# by \(maker)\n"
        guard (try? String(contentsOf: note, encoding: .utf8)) != wanted else { return }
        report.say("The peers are installed in \(path("venv")), which takes a minute.")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await PeerProgram([maker, "-m", "venv", "--clear", path("venv")], limit: 300).run()
        try await PeerProgram([python, "-m", "pip", "install", "-q", "-r", list], limit: 1800).run()
        try wanted.write(to: note, atomically: true, encoding: .utf8)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
}
