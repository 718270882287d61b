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

    package func giveFiles(_ files: [Int64], to job: Int64) -> Statement {
        "select \(identifier: schema).give_files(\(files)::bigint[], \(job))"
    }

    package func storedBytes(of owner: String) -> Statement {
        "select \(identifier: schema).stored_bytes_of(\(owner))"
    }

    package func liveJobs(of owner: String, atMost limit: Int) -> Statement {
        "select \(identifier: schema).live_jobs_of(\(owner), \(limit)::integer)"
    }

    package func dropFile(_ file: Int64) -> Statement {
        "select \(identifier: schema).drop_file(\(file))"
    }
}
