// embedded-holder FOLDER [NAME=VALUE…] holds an embedded PostgreSQL until its standard input ends.
import DjetStore
import Foundation

let settings = CommandLine.arguments.dropFirst(2).map {
    $0.split(separator: "=", maxSplits: 1).map(String.init)
}
do {
    let embedded = EmbeddedPostgres(
        folder: CommandLine.arguments[1],
        settings: Dictionary(uniqueKeysWithValues: settings.map { ($0[0], $0[1]) }))
    let server = try await embedded.start()
    FileHandle.standardOutput.write(Data("\(server.wasStarted) \(server.connectionString)\n".utf8))
    while readLine() != nil {}
    await server.release()
} catch {
    FileHandle.standardOutput.write(Data("error \(error)\n".utf8))
    exit(1)
}
