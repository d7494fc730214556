/* A program that is started with this (LD_PRELOAD) reads another time of day: by so many seconds later as stand in the file SHIFT. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static long shift(void) {
    char text[24] = {0};
    const char *file = getenv("SHIFT");
    int in = file == NULL ? -1 : open(file, O_RDONLY | O_CLOEXEC);
    if (in < 0) {
        return 0;
    }
    ssize_t length = read(in, text, sizeof text - 1);
    close(in);
    return length > 0 ? atol(text) : 0;
}

int clock_gettime(clockid_t which, struct timespec *now) {
    int (*real)(clockid_t, struct timespec *) = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
    int code = real(which, now);
    if (code == 0 && which == CLOCK_REALTIME) {
        now->tv_sec += shift();
    }
    return code;
}
