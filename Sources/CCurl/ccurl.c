#include "CCurl.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lunokhod_curl_brake {
    atomic_int is_pulled;
};

/// What is still to be sent.
typedef struct {
    const uint8_t *bytes;
    size_t left;
} outgoing;

/// How much may still come.
typedef struct {
    size_t left;
    int is_too_long;
} incoming;

static pthread_once_t begun = PTHREAD_ONCE_INIT;
static CURLcode beginning = CURLE_FAILED_INIT;

static void begin(void) { beginning = curl_global_init(CURL_GLOBAL_DEFAULT); }

lunokhod_curl_brake *lunokhod_curl_brake_new(void) { return calloc(1, sizeof(lunokhod_curl_brake)); }

void lunokhod_curl_brake_pull(lunokhod_curl_brake *brake) {
    if (brake) atomic_store(&brake->is_pulled, 1);
}

void lunokhod_curl_brake_free(lunokhod_curl_brake *brake) { free(brake); }

static int heed_brake(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    (void)a, (void)b, (void)c, (void)d;
    lunokhod_curl_brake *brake = context;
    return brake && atomic_load(&brake->is_pulled);
}

static size_t receive(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    incoming *answer = context;
    size_t length = size * count;
    if (length > answer->left) {
        answer->is_too_long = 1;
        return 0;
    }
    answer->left -= length;
    return length;
}

static size_t deliver(char *buffer, size_t size, size_t count, void *context) {
    outgoing *message = context;
    size_t room = size * count, length = message->left < room ? message->left : room;
    memcpy(buffer, message->bytes, length);
    message->bytes += length;
    message->left -= length;
    return length;
}

/// A handle with what holds for every transfer; NULL if libcurl can't start.
static CURL *make_handle(
    const char *protocols, const char *authorities, long milliseconds, incoming *answer, lunokhod_curl_brake *brake,
    lunokhod_curl_result *result) {
    memset(result, 0, sizeof *result);
    pthread_once(&begun, begin);
    CURL *handle = beginning == CURLE_OK ? curl_easy_init() : NULL;
    // Without this option a redirect or a mistyped address could reach files or other services.
    if (!handle || curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, protocols) != CURLE_OK) {
        curl_easy_cleanup(handle);
        result->code = CURLE_FAILED_INIT;
        snprintf(result->text, sizeof result->text, "%s", curl_easy_strerror(CURLE_FAILED_INIT));
        return NULL;
    }
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, result->text);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (authorities) curl_easy_setopt(handle, CURLOPT_CAINFO, authorities);
    // The environment doesn't decide where secrets travel.
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, heed_brake);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, brake);
    return handle;
}

static void perform(CURL *handle, const incoming *answer, lunokhod_curl_result *result) {
    CURLcode code = curl_easy_perform(handle);
    result->code = code;
    result->is_too_long = answer->is_too_long;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &result->status);
    if (code == CURLE_ABORTED_BY_CALLBACK)
        snprintf(result->text, sizeof result->text, "it was stopped before it was done");
    else if (code == CURLE_LOGIN_DENIED)
        snprintf(result->text, sizeof result->text, "the server refuses user and password");
    else if (code != CURLE_OK && !result->text[0])
        snprintf(result->text, sizeof result->text, "%s", curl_easy_strerror(code));
    curl_easy_cleanup(handle);
}

void lunokhod_curl_request(
    const char *url, const char *content_type, const uint8_t *body, size_t length, const char *authorities,
    long milliseconds, size_t most, lunokhod_curl_brake *brake, lunokhod_curl_result *result) {
    incoming answer = {.left = most};
    CURL *handle = make_handle("http,https", authorities, milliseconds, &answer, brake, result);
    if (!handle) return;
    struct curl_slist *headers = NULL;
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "lunokhod");
    if (content_type) {
        char line[128];
        snprintf(line, sizeof line, "Content-Type: %s", content_type);
        headers = curl_slist_append(headers, line);
        // Some receivers never answer the question whether a body may come.
        headers = curl_slist_append(headers, "Expect:");
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, (const char *)body);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
    }
    perform(handle, &answer, result);
    curl_slist_free_all(headers);
}

void lunokhod_curl_mail(
    const char *host, int port, int protection, const char *user, const char *password, const char *sender,
    const char *const *recipients, const uint8_t *message, size_t length, const char *authorities, long milliseconds,
    lunokhod_curl_brake *brake, lunokhod_curl_result *result) {
    incoming answer = {.left = 1 << 16};
    outgoing letter = {.bytes = message, .left = length};
    int is_tls = protection == LUNOKHOD_CURL_TLS;
    CURL *handle = make_handle(is_tls ? "smtps" : "smtp", authorities, milliseconds, &answer, brake, result);
    if (!handle) return;
    char url[512];
    snprintf(url, sizeof url, "%s://%s:%d/", is_tls ? "smtps" : "smtp", host, port);
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(
        handle, CURLOPT_USE_SSL, (long)(protection == LUNOKHOD_CURL_PLAIN ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (user && password) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, user);
        curl_easy_setopt(handle, CURLOPT_PASSWORD, password);
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, sender);
    struct curl_slist *list = NULL;
    for (const char *const *recipient = recipients; *recipient; recipient++)
        list = curl_slist_append(list, *recipient);
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, list);
    // One mailbox that is gone must not keep everybody else from being told.
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, deliver);
    curl_easy_setopt(handle, CURLOPT_READDATA, &letter);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length);
    perform(handle, &answer, result);
    curl_slist_free_all(list);
}
