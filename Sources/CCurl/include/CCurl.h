#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>
#include <stdint.h>

/// What stops a transfer from another thread.
typedef struct lunokhod_curl_brake lunokhod_curl_brake;

/// How a transfer ended.
typedef struct {
    /// libcurl's code: 0 if the transfer was carried out, whatever the other side answered.
    int code;
    /// The status of HTTP or the last reply code of SMTP; 0 if there was none.
    long status;
    /// Whether it ended because the answer was longer than allowed.
    int is_too_long;
    /// What libcurl says about a failure; may hold parts of the address.
    char text[512];
} lunokhod_curl_result;

/// How a conversation with a mail server is protected.
enum {
    LUNOKHOD_CURL_PLAIN = 0,
    /// It begins in the open and must change to TLS before anything is told.
    LUNOKHOD_CURL_START_TLS = 1,
    /// TLS from the first byte.
    LUNOKHOD_CURL_TLS = 2,
};

lunokhod_curl_brake *lunokhod_curl_brake_new(void);
/// Ends the transfer that has this brake within about a second; from any thread, before or during it.
void lunokhod_curl_brake_pull(lunokhod_curl_brake *brake);
void lunokhod_curl_brake_free(lunokhod_curl_brake *brake);

/// Sends one request and throws its answer away. Blocks. Redirects are not followed, certificates are checked.
/// `content_type` NULL makes it a GET without a body. `authorities` is a PEM file to trust instead of the system's, or
/// NULL. At most `most` bytes of the answer are read.
void lunokhod_curl_request(
    const char *url, const char *content_type, const uint8_t *body, size_t length, const char *authorities,
    long milliseconds, size_t most, lunokhod_curl_brake *brake, lunokhod_curl_result *result);

/// Hands one message, headers included and lines ended by CR LF, to a mail server. Blocks. `user` and `password` are
/// NULL for a server that asks for none; `recipients` ends with NULL.
void lunokhod_curl_mail(
    const char *host, int port, int protection, const char *user, const char *password, const char *sender,
    const char *const *recipients, const uint8_t *message, size_t length, const char *authorities, long milliseconds,
    lunokhod_curl_brake *brake, lunokhod_curl_result *result);

#endif
