import Foundation
import Glibc

/// The creation of a folder's cluster. It builds in `data.new` and renames that to `data` only when complete,
/// so an interrupted creation is simply repeated at the next start.
struct ClusterCreation {
    let cluster: ClusterFolder
    let user: ServerUser
    let binaries: PostgresBinaries
    /// The start lock, which the tools inherit: if this process is killed, `data.new` stays locked until they
    /// end.
    let turn: FileLock

    func run() throws(EmbeddedPostgresError) {
        try makeEmptyFolder()
        try makeCluster()
        try makeDatabase()
        try moveIntoPlace()
    }

    private func makeEmptyFolder() throws(EmbeddedPostgresError) {
        try? FileManager.default.removeItem(atPath: cluster.newData)
        guard mkdir(cluster.newData, 0o700) == 0, lchown(cluster.newData, user.id, user.group) == 0 else {
            throw EmbeddedPostgresError(
                "The folder \(cluster.newData) cannot be created: \(SystemError.last).")
        }
    }

    private func makeCluster() throws(EmbeddedPostgresError) {
        let (status, output) = try run([
            binaries.initdb, "--pgdata=\(cluster.newData)", "--no-instructions",
            "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--username=djet",
        ])
        guard status == 0 else { throw failure(of: "initdb", saying: output) }
    }

    private func makeDatabase() throws(EmbeddedPostgresError) {
        let command = [binaries.postgres, "--single", "-D", cluster.newData, "template1"]
        let (status, output) = try run(command, input: "create database djet\n")
        // A single-user server exits with status 0 even if the statement failed.
        guard status == 0, !output.contains("ERROR:") else {
            throw failure(of: "create database", saying: output)
        }
    }

    private func moveIntoPlace() throws(EmbeddedPostgresError) {
        guard rename(cluster.newData, cluster.data) == 0 else {
            throw EmbeddedPostgresError(
                """
                The folder \(cluster.data) is in the way (\(SystemError.last)), and it holds no PostgreSQL \
                cluster. Move it away, or choose another folder.
                """)
        }
        let folder = open(cluster.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        fsync(folder)
        close(folder)
    }

    private func run(
        _ command: [String], input: String = ""
    ) throws(EmbeddedPostgresError) -> (status: Int32, output: String) {
        try Tool(try user.commandPrefix() + command, input: input, inheriting: [turn]).run()
    }

    private func failure(of step: String, saying output: String) -> EmbeddedPostgresError {
        EmbeddedPostgresError(
            "The embedded PostgreSQL in \(cluster.path) could not be created; \(step) failed:", saying: output
        )
    }
}
