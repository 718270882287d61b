package import DjetStore

extension JobQueue {
    package func beginFile(name: String, mimeType: String, owner: String?) -> Statement {
        "select \(identifier: schema).begin_file(\(name), \(mimeType), \(owner))"
    }

    package func addChunk(_ number: Int, _ bytes: [UInt8], to file: Int64) -> Statement {
        "select \(identifier: schema).add_chunk(\(file), \(number)::integer, \(bytes)::bytea)"
    }

    package func finishFile(_ file: Int64) -> Statement {
        "select \(identifier: schema).finish_file(\(file))"
    }

    package func dropFile(_ file: Int64) -> Statement {
        "select \(identifier: schema).drop_file(\(file))"
    }
}
