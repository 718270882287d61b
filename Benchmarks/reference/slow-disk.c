/* A disk that takes a millisecond longer: preloaded into a server, it delays the end of every flush. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <time.h>

typedef int flush(int descriptor);

static int flush_slowly(const char *name, flush **real, int descriptor) {
    if (*real == NULL) *(void **)real = dlsym(RTLD_NEXT, name);
    int status = (*real)(descriptor);
    int error = errno;
    struct timespec rest = {.tv_sec = 0, .tv_nsec = 1000000};
    while (nanosleep(&rest, &rest) != 0 && errno == EINTR) {
    }
    errno = error;
    return status;
}

int fdatasync(int descriptor) {
    static flush *real;
    return flush_slowly("fdatasync", &real, descriptor);
}

int fsync(int descriptor) {
    static flush *real;
    return flush_slowly("fsync", &real, descriptor);
}
